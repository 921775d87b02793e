package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.question.stats.Estimate.Interval;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChangeTest {

    /** Newcombe 1998, table II: 56/70 against 48/80. */
    @Test
    void newcombesIntervalOfThePublishedExample() {
        var change = Change.of(share(48, 80), share(56, 70));

        assertThat(change.difference()).isCloseTo(.2, within(1e-12));
        assertThat(change.low()).isCloseTo(.0524, within(5e-5));
        assertThat(change.high()).isCloseTo(.3339, within(5e-5));
        // z = 2.6516 by the pooled share 104/150
        assertThat(change.p()).isCloseTo(.00801, within(5e-5));
    }

    @Test
    void nothingChangedIsNoDifference() {
        var change = Change.of(share(0, 40), share(0, 40));

        assertThat(change.difference()).isZero();
        assertThat(change.p()).isEqualTo(1);
        assertThat(change.low()).isNegative();
        assertThat(change.high()).isPositive();
    }

    /** Student's sleep data (1908): ten people under two drugs. */
    @Test
    void theSamePeopleAreComparedWithThemselves() {
        var change = Change.paired(new double[] {1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, .8, 4.6, 1.4});

        assertThat(change.difference()).isCloseTo(1.58, within(1e-12));
        assertThat(change.low()).isCloseTo(.7001, within(5e-5));
        assertThat(change.high()).isCloseTo(2.4599, within(5e-5));
        assertThat(change.p()).isCloseTo(.00283, within(5e-6));
    }

    @Test
    void severalAtOnceAreCorrectedByHolmAndUntestedOnesDoNotCount() {
        assertThat(Change.holm(Arrays.asList(.01, .04, null, .03, .005))).containsExactly(.03, .06, null, .06, .02);
        assertThat(Change.holm(Arrays.asList(.6, .5))).containsExactly(1.0, 1.0);
    }

    @Test
    void theNormalDistributionHasItsPublishedValues() {
        assertThat(Numbers.normalDistribution(0)).isEqualTo(.5);
        assertThat(Numbers.normalDistribution(1.959963984540054)).isCloseTo(.975, within(1e-12));
        assertThat(Numbers.normalDistribution(-1)).isCloseTo(.15865525393145705, within(1e-12));
        assertThat(Numbers.normalDistribution(-6)).isCloseTo(9.865876450377e-10, within(1e-15));
    }

    private static Estimate share(int hits, int people) {
        double p = (double) hits / people;
        return new Estimate(p, Numbers.wilson(p, people, -1), Numbers.wilson(p, people, 1), people, Interval.WILSON);
    }
}
