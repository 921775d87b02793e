package io.throughline.survey;

/** What stands on one page of a survey while it is answered. */
public enum Paging {
    /** One question, with its section's heading above the first. */
    QUESTION,
    /** All questions of a section. */
    SECTION
}
