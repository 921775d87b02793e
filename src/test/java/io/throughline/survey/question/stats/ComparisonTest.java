package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** Newcombe 1998, table II, example (a): 56/70 against 48/80. */
    @Test
    void newcombesExample() {
        var compared = Comparison.ofShares(48 / 80.0, 80, 56 / 70.0, 70);

        assertThat(compared.difference()).isCloseTo(.20, within(1e-12));
        assertThat(compared.low()).isCloseTo(.0524, within(5e-5));
        assertThat(compared.high()).isCloseTo(.3339, within(5e-5));
        // z = .2 / √(104/150 · 46/150 · (1/80 + 1/70)) = 2.6501
        assertThat(compared.p()).isCloseTo(.00805, within(1e-5));
    }

    @Test
    void noDifferenceIsNoEvidence() {
        assertThat(Comparison.ofShares(0, 10, 0, 20).p()).isEqualTo(1);
        assertThat(Comparison.ofShares(.5, 10, .5, 20).p()).isCloseTo(1, within(1e-12));
    }

    /** Holm 1979: the smallest is multiplied by 4, the next by 3, and none comes out below one before it. */
    @Test
    void holmSteps() {
        assertThat(Comparison.holm(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    }

    /** Student's sleep data (1908): mean difference 1.58, t 4.0621 at 9 degrees, p .00283, interval [.70, 2.46]. */
    @Test
    void studentsSleepers() {
        var compared = Comparison.ofPairs(
                new double[] {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2},
                new double[] {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4});

        assertThat(compared.difference()).isCloseTo(1.58, within(1e-9));
        assertThat(compared.low()).isCloseTo(.7001, within(1e-4));
        assertThat(compared.high()).isCloseTo(2.4599, within(1e-4));
        assertThat(compared.p()).isCloseTo(.002833, within(1e-6));
    }
}
