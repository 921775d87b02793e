package io.throughline.survey;

/** Who gets to know who gave which answer. Chosen before a survey is published, told on its first page, then fixed. */
public enum Confidentiality {
    /** Every project manager and manager sees names. */
    NAMED,
    /** The survey's owner and co-editors see names; others see results. */
    CONFIDENTIAL,
    /** Nobody does, see {@code Ballots}. */
    ANONYMOUS
}
