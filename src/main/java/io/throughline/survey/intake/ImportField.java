package io.throughline.survey.intake;

/** What a column of a file of answers says about a question. */
public enum ImportField {
    CHOSEN,
    NAMED,
    /** Whether an item is chosen. */
    MARKED,
    /** Whether none of them is. */
    NONE,
    OTHER,
    IMPORTANCE,
    SATISFACTION,
    POINTS,
    RANK,
    JUDGEMENT,
    THERE,
    MISSING,
    BEST,
    WORST,
    STEP,
    NUMBER,
    DAY,
    WORDS,
    WHO,
    OFTEN,
    BADLY
}
