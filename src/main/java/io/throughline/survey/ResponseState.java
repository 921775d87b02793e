package io.throughline.survey;

/** Where one person's response stands. */
public enum ResponseState {
    NOT_STARTED,
    /** Begun, never submitted: not counted. */
    IN_PROGRESS,
    /** What was submitted is what stands. */
    SUBMITTED,
    /** Changed since: the submitted revision keeps counting until the new one is submitted. */
    EDITED;

    /**
     * @param submittedRevision 0 if never submitted
     * @param submittedEdits the saves of all answers counted together when it was submitted
     * @param edits the same now
     */
    public static ResponseState of(int submittedRevision, long submittedEdits, long edits) {
        if (submittedRevision == 0) {
            return IN_PROGRESS;
        }
        return edits > submittedEdits ? EDITED : SUBMITTED;
    }
}
