package io.throughline.survey.question.stats;

import org.jspecify.annotations.Nullable;

/** The same figure under each weighting; null is "undefined" (nobody whose voice counts was asked). */
public record ByWeighting(
        @Nullable Estimate weighted,
        @Nullable Estimate perOrganisation,
        @Nullable Estimate perPerson) {

    /** The same figure in another unit. */
    public ByWeighting times(double factor) {
        return new ByWeighting(times(weighted, factor), times(perOrganisation, factor), times(perPerson, factor));
    }

    private static @Nullable Estimate times(@Nullable Estimate estimate, double factor) {
        return estimate == null ? null : estimate.times(factor);
    }

    public @Nullable Estimate by(Weighting weighting) {
        return switch (weighting) {
            case WEIGHTED -> weighted;
            case PER_ORGANISATION -> perOrganisation;
            case PER_PERSON -> perPerson;
        };
    }
}
