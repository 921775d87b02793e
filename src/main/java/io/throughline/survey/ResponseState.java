package io.throughline.survey;

/** Where one person's response stands. */
public enum ResponseState {
    NOT_STARTED,
    /** Begun, never submitted: not counted. */
    IN_PROGRESS,
    /** What was submitted is what stands. */
    SUBMITTED,
    /** Changed since: the submitted revision keeps counting until the new one is submitted. */
    EDITED
}
