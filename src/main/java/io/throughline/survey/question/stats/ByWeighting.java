package io.throughline.survey.question.stats;

import org.jspecify.annotations.Nullable;

/** The same figure under each weighting; null is "undefined" (nobody whose voice counts was asked). */
public record ByWeighting(
        @Nullable Estimate weighted,
        @Nullable Estimate perOrganisation,
        @Nullable Estimate perPerson) {

    public @Nullable Estimate by(Weighting weighting) {
        return switch (weighting) {
            case WEIGHTED -> weighted;
            case PER_ORGANISATION -> perOrganisation;
            case PER_PERSON -> perPerson;
        };
    }
}
