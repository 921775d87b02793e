package io.throughline.survey.intake;

/** What a column of a file of answers says about a question. */
public enum ImportField {
    CHOSEN,
    NAMED,
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
