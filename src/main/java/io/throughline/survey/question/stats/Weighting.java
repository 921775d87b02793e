package io.throughline.survey.question.stats;

/** Whose voice counts how much. */
public enum Weighting {
    /** Each organisation counts its frozen weight, shared by its people who answered. */
    WEIGHTED,
    /** Each organisation counts 1, shared by its people who answered. */
    PER_ORGANISATION,
    /** Each person counts 1. */
    PER_PERSON
}
