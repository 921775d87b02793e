package io.throughline.backlog.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PriorityMethodTest {

    @Test
    void weightedShortestJobFirstAsPublished() {
        assertThat(wsjf(100, 50, 20, 10)).isEqualTo(17);
        assertThat(wsjf(80, 30, 10, 5)).isEqualTo(24);
    }

    @Test
    void riceMultipliesReachImpactAndConfidenceAndDividesByEffort() {
        var inputs = Map.of(
                Field.REACH, Estimate.exact(2000),
                Field.IMPACT, Estimate.exact(2),
                Field.CONFIDENCE, Estimate.exact(.8),
                Field.EFFORT_DAYS, Estimate.exact(40));
        assertThat(new PriorityMethod.Rice().score(inputs)).contains(Estimate.exact(80));
    }

    @Test
    void theRatingOfTheFirstWaveIsItsOwnScore() {
        var rating = new Estimate(.6045, .57, .64);
        assertThat(new PriorityMethod.IsRating().score(Map.of(Field.IS_RATING, rating)))
                .contains(rating);
    }

    @Test
    void aMissingInputGivesNoScoreRatherThanZero() {
        assertThat(new PriorityMethod.IsRating().score(Map.of(Field.POINTS_SHARE, Estimate.exact(.3))))
                .isEmpty();
        assertThat(new PriorityMethod.Weighted(Map.of()).score(Map.of())).isEmpty();
    }

    @Test
    void aJobOfNoSizeGivesNoScore() {
        var inputs = Map.of(
                Field.VALUE, Estimate.exact(1),
                Field.TIME_CRITICALITY, Estimate.exact(1),
                Field.RISK_REDUCTION, Estimate.exact(1),
                Field.JOB_SIZE, Estimate.exact(0));
        assertThat(new PriorityMethod.Wsjf().score(inputs)).isEmpty();
    }

    @Test
    void anOwnFormulaTurnsTheIntervalOfWhatCountsAgainstTheScore() {
        var formula = new PriorityMethod.Weighted(Map.of(Field.IS_RATING, 2.0, Field.EFFORT_DAYS, -0.5));
        var score = formula.score(
                        Map.of(Field.IS_RATING, new Estimate(.5, .4, .6), Field.EFFORT_DAYS, new Estimate(1, .8, 1.2)))
                .orElseThrow();
        assertThat(score.value()).isCloseTo(.5, within(1e-12));
        assertThat(score.low()).isCloseTo(.8 - .6, within(1e-12));
        assertThat(score.high()).isCloseTo(1.2 - .4, within(1e-12));
    }

    private static double wsjf(double value, double time, double risk, double size) {
        return new PriorityMethod.Wsjf()
                .score(Map.of(
                        Field.VALUE, Estimate.exact(value),
                        Field.TIME_CRITICALITY, Estimate.exact(time),
                        Field.RISK_REDUCTION, Estimate.exact(risk),
                        Field.JOB_SIZE, Estimate.exact(size)))
                .orElseThrow()
                .value();
    }
}
