package io.throughline.survey.question.stats;

import org.jspecify.annotations.Nullable;

/**
 * What changed with those who were asked twice, each compared with himself.
 *
 * @param people who answered both times, at least 2
 * @param pHolm p of the change corrected by Holm over the items compared
 */
public record PairedChange(
        int people, Change change, @Nullable Double pHolm) {

    /** Looked at alone. */
    public static PairedChange of(double[] differences) {
        var change = Change.paired(differences);
        return new PairedChange(differences.length, change, change.p());
    }

    public PairedChange corrected(@Nullable Double p) {
        return new PairedChange(people, change, p);
    }
}
