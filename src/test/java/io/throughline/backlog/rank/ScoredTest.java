package io.throughline.backlog.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.priority.PriorityMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoredTest {

    private static final PriorityMethod RATING = new PriorityMethod.IsRating();

    @Test
    void whatFewSaidIsShrunkAndMarked() {
        var few = by(RATING, rating(5, 5, .8));
        assertThat(few.score().value()).isCloseTo(.4, within(1e-12));
        assertThat(few.tooFew()).isTrue();
        var many = by(RATING, rating(1_033, 6, .6));
        assertThat(many.score().value()).isEqualTo(.6);
        assertThat(many.tooFew()).isFalse();
    }

    @Test
    void theNewestFiguresDecideNotTheFirst() {
        assertThat(by(RATING, rating(5, 5, .8), rating(100, 6, .5)).tooFew()).isFalse();
        assertThat(by(RATING, rating(100, 6, .5), rating(5, 5, .8)).tooFew()).isTrue();
    }

    @Test
    void aFormulaThatUsesNoneOfTheFiguresIsNotRestrictedByThem() {
        var jobs = new PriorityMethod.Wsjf();
        var estimates = Map.of(
                "VALUE", BigDecimal.TEN,
                "TIME_CRITICALITY", BigDecimal.ONE,
                "RISK_REDUCTION", BigDecimal.ONE,
                "JOB_SIZE", BigDecimal.TWO);
        var scored = Scored.by(jobs, BigDecimal.ONE, estimates, List.of(rating(5, 5, .8)));
        assertThat(scored.score()).isEqualTo(Estimate.exact(6));
        assertThat(scored.tooFew()).isFalse();
    }

    @Test
    void withoutEvidenceThereIsNoScoreWhateverWasEstimated() {
        var scored = Scored.by(new PriorityMethod.Wsjf(), BigDecimal.ONE, Map.of("VALUE", BigDecimal.TEN), List.of());
        assertThat(scored.score()).isNull();
        assertThat(scored.tooFew()).isFalse();
    }

    private static Scored by(PriorityMethod method, EvidenceFigures... oldestFirst) {
        return Scored.by(method, BigDecimal.ZERO, Map.of(), List.of(oldestFirst));
    }

    private static EvidenceFigures rating(int people, int organisations, double rating) {
        boolean few = people < 20 || organisations < 3;
        var exact = Estimate.exact(rating);
        return new EvidenceFigures("any", 1, people, organisations, few, people, null, null, null, exact, null);
    }
}
