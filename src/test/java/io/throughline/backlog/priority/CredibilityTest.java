package io.throughline.backlog.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CredibilityTest {

    private final Credibility rule = new Credibility(20, 3);

    @Test
    void enoughPeopleOfEnoughOrganisationsCountInFull() {
        var figure = new Estimate(.7, .6, .8);
        assertThat(rule.of(20, 3)).isEqualTo(1);
        assertThat(rule.shrunk(figure, 1_033, 6)).isEqualTo(figure);
    }

    @Test
    void theSmallerOfTheTwoStandardsRules() {
        assertThat(rule.of(5, 6)).isEqualTo(.5);
        assertThat(rule.of(1_000, 2)).isCloseTo(Math.sqrt(2 / 3.0), within(1e-12));
        assertThat(rule.of(5, 1)).isEqualTo(.5);
        assertThat(rule.of(0, 0)).isZero();
    }

    @Test
    void oneMoreAnswerNeverCountsLessAndTheLastOneIsNoStep() {
        for (int people = 1; people <= 20; people++) {
            assertThat(rule.of(people, 3)).isGreaterThan(rule.of(people - 1, 3));
        }
        assertThat(1 - rule.of(19, 3)).isLessThan(.03);
    }

    @Test
    void theIntervalKeepsItsEndsAndHoldsTheShrunkFigure() {
        assertThat(rule.shrunk(new Estimate(.8, .6, .9), 5, 3)).isEqualTo(new Estimate(.4, .4, .9));
        assertThat(rule.shrunk(new Estimate(-.8, -.9, -.6), 5, 3)).isEqualTo(new Estimate(-.4, -.9, -.4));
    }
}
