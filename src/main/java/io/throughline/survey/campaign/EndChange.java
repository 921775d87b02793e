package io.throughline.survey.campaign;

/** How a campaign's end was changed. */
public enum EndChange {
    /** Ended before its time. */
    CLOSED,
    /** Given more time while it was open or not yet open. */
    EXTENDED,
    /** Opened again after it had ended, for a reason. */
    REOPENED
}
