package io.throughline.survey;

/** Where a survey stands. */
public enum SurveyState {
    /** Being designed; seen by its editors only. */
    DRAFT,
    /** Published, not yet open. */
    SCHEDULED,
    /** Taking answers. */
    OPEN,
    /** Its time is over, or it was closed early. */
    CLOSED
}
