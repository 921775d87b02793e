package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BallotsTest {

    /** The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville. */
    private static final Ballots TENNESSEE = new Ballots(
            4,
            List.of(new int[] {1, 2, 3, 4}, new int[] {4, 1, 2, 3}, new int[] {4, 3, 1, 2}, new int[] {4, 3, 2, 1}),
            new double[] {42, 26, 15, 17});

    @Test
    void bordaCondorcetAndSchulzeOfThePublishedExample() {
        assertThat(TENNESSEE.borda()).containsExactly(126, 194, 173, 107);
        assertThat(TENNESSEE.condorcetWinner()).hasValue(1);
        assertThat(TENNESSEE.schulze()[1]).isEqualTo(1);
        assertThat(TENNESSEE.preferring(1, 0)).isEqualTo(58);
    }

    @Test
    void unrankedThingsTieForLastAndTiesShareTheirPoints() {
        var partial = new Ballots(3, List.of(new int[] {1, 0, 0}), new double[] {1});

        assertThat(partial.borda()).containsExactly(2, .5, .5);
        assertThat(partial.schulze()).containsExactly(1, 2, 2);
        assertThat(partial.order()).containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void aCycleHasNoCondorcetWinnerAndSchulzeBreaksItAtItsWeakestDefeat() {
        // a > b (8 : 5), b > c (9 : 4), c > a (7 : 6): the last is the weakest.
        var cycle = new Ballots(
                3, List.of(new int[] {1, 2, 3}, new int[] {3, 1, 2}, new int[] {2, 3, 1}), new double[] {6, 3, 2});
        var even = new Ballots(
                3, List.of(new int[] {1, 2, 3}, new int[] {3, 1, 2}, new int[] {2, 3, 1}), new double[] {1, 1, 1});

        assertThat(even.condorcetWinner()).isEmpty();
        assertThat(even.schulze()).containsExactly(1, 1, 1);
        assertThat(cycle.condorcetWinner()).hasValue(0);
    }

    /** Schulze 2011, section 3.1: 45 voters, five candidates, order e > a > c > b > d. */
    @Test
    void schulzesOwnExample() {
        int a = 0;
        int b = 1;
        int c = 2;
        int d = 3;
        int e = 4;
        var votes = new Ballots(
                5,
                List.of(
                        ranks(a, c, b, e, d),
                        ranks(a, d, e, c, b),
                        ranks(b, e, d, a, c),
                        ranks(c, a, b, e, d),
                        ranks(c, a, e, b, d),
                        ranks(c, b, a, d, e),
                        ranks(d, c, e, b, a),
                        ranks(e, b, a, d, c)),
                new double[] {5, 5, 8, 3, 7, 2, 7, 8});

        assertThat(votes.condorcetWinner()).isEmpty();
        assertThat(votes.order()).containsExactly(List.of(e), List.of(a), List.of(c), List.of(b), List.of(d));
    }

    private static int[] ranks(int... bestFirst) {
        var ranks = new int[bestFirst.length];
        for (int place = 0; place < bestFirst.length; place++) {
            ranks[bestFirst[place]] = place + 1;
        }
        return ranks;
    }
}
