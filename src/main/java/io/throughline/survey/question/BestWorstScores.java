package io.throughline.survey.question;

import io.throughline.survey.question.BestWorst.Logit;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Scores of an item that have no interval, as {@link BestWorst.ItemResult} has them.
 *
 * @param edge whether a logit is undefined at an edge of the scale
 */
record BestWorstScores(Map<Weighting, Double> roots, Map<Weighting, Logit> logits, boolean edge) {

    static BestWorstScores of(BestWorstColumns columns, Tally tally) {
        Map<Weighting, Double> roots = new EnumMap<>(Weighting.class);
        Map<Weighting, Logit> logits = new EnumMap<>(Weighting.class);
        boolean edge = false;
        for (var weighting : Weighting.values()) {
            var sums = tally.sums(weighting);
            // To the effective number of people, which is what the standard error rests on.
            double scale = tally.scale(weighting, Cell::people);
            double shown = sums.of(columns.shown()) * scale;
            double best = sums.of(columns.best()) * scale;
            double worst = sums.of(columns.worst()) * scale;
            if (shown > 0) {
                var logit = Logit.of(shown, best, worst);
                if (logit == null) {
                    edge = true;
                } else {
                    logits.put(weighting, logit);
                }
                if (worst > 0) {
                    roots.put(weighting, Math.sqrt(best / worst));
                }
            }
        }
        return new BestWorstScores(Collections.unmodifiableMap(roots), Collections.unmodifiableMap(logits), edge);
    }
}
