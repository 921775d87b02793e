package io.throughline.plan;

/** Where a submission stands. */
public enum SubmissionState {
    /** With the managers who may decide. */
    WAITING,
    /** Sent back with a question that is not answered yet. */
    QUESTIONED,
    APPROVED,
    REJECTED,
    /** Its author took it up again: a newer one counts, or none. */
    SUPERSEDED
}
