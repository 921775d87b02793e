package io.throughline.backlog;

import io.throughline.backlog.priority.Credibility;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.priority.Field;
import io.throughline.survey.question.stats.Settings;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a survey said about one item when it was taken as evidence. Shares are 0–1 with their 95 % interval.
 *
 * @param method name of the method that computed them ("importance-satisfaction-by-choice", "hundred-points")
 * @param methodVersion of that method
 * @param people who answered
 * @param organisations they belong to
 * @param tooFewToRank shown as counts, without decimals
 * @param naming people who named it, or gave it points
 * @param named share naming it as most important, weighted
 * @param namedPerOrganisation the same, every organisation counting once
 * @param satisfaction share satisfied among those who rated it, weighted
 * @param rating importance × (1 − satisfaction), weighted
 * @param points share of the 100 points, weighted
 */
public record EvidenceFigures(
        String method,
        int methodVersion,
        int people,
        int organisations,
        boolean tooFewToRank,
        int naming,
        @Nullable Estimate named,
        @Nullable Estimate namedPerOrganisation,
        @Nullable Estimate satisfaction,
        @Nullable Estimate rating,
        @Nullable Estimate points) {

    /** So many people and organisations are enough to rank; figures of fewer count for less. */
    public static final Credibility CREDIBILITY =
            new Credibility(Settings.STANDARD.minPeople(), Settings.STANDARD.minOrganisations());

    /** How far these figures count, 0–1. */
    public double credibility() {
        return CREDIBILITY.of(people, organisations);
    }

    /** What a formula takes from it: each figure as far as it counts. */
    public Map<Field, Estimate> inputs() {
        var inputs = new EnumMap<Field, Estimate>(Field.class);
        put(inputs, Field.NAMED_SHARE, named);
        put(inputs, Field.IS_RATING, rating);
        put(inputs, Field.POINTS_SHARE, points);
        if (satisfaction != null) {
            inputs.put(
                    Field.DISSATISFACTION,
                    new Estimate(1 - satisfaction.value(), 1 - satisfaction.high(), 1 - satisfaction.low()));
        }
        inputs.replaceAll((field, figure) -> CREDIBILITY.shrunk(figure, people, organisations));
        return inputs;
    }

    /** The share a bar shows. */
    public @Nullable Estimate share() {
        return named != null ? named : points;
    }

    private static void put(Map<Field, Estimate> inputs, Field field, @Nullable Estimate estimate) {
        if (estimate != null) {
            inputs.put(field, estimate);
        }
    }
}
