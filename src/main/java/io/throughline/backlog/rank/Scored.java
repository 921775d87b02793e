package io.throughline.backlog.rank;

import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.priority.Field;
import io.throughline.backlog.priority.PriorityMethod;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a requirement is ranked by.
 *
 * @param score null without evidence
 * @param tooFew the score rests on figures of too few people or organisations to rank it among others
 * @param evidence the share behind it, for the bar; null without evidence
 * @param people how many answered; 0 without evidence
 */
record Scored(
        @Nullable Estimate score, boolean tooFew, @Nullable Estimate evidence, int people) {

    /** Places beyond it are one, and so much is stored: formulas and estimates a person chose may come to more. */
    private static final double LARGEST_SCORE = 500_000_000;

    private static final Scored NONE = new Scored(null, false, null, 0);

    /**
     * No evidence: no score, whatever a person estimated. Of several figures for the same field the newest counts;
     * figures of too few people count for less.
     *
     * @param effortDays the requirement's own estimate
     * @param estimates a person's, by the name of the field
     */
    static Scored by(
            PriorityMethod method,
            BigDecimal effortDays,
            Map<String, BigDecimal> estimates,
            List<EvidenceFigures> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return NONE;
        }
        var inputs = new EnumMap<Field, Estimate>(Field.class);
        estimates.forEach((name, value) -> inputs.put(Field.valueOf(name), Estimate.exact(value.doubleValue())));
        inputs.put(Field.EFFORT_DAYS, Estimate.exact(effortDays.doubleValue()));
        var few = EnumSet.noneOf(Field.class);
        for (var figures : oldestFirst) {
            var measured = figures.inputs();
            inputs.putAll(measured);
            few.removeAll(measured.keySet());
            if (figures.tooFewToRank()) {
                few.addAll(measured.keySet());
            }
        }
        few.retainAll(method.fields());
        var newest = oldestFirst.getLast();
        var score = method.score(inputs).map(one -> one.within(LARGEST_SCORE)).orElse(null);
        return new Scored(score, score != null && !few.isEmpty(), newest.share(), newest.people());
    }
}
