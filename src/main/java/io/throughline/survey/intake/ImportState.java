package io.throughline.survey.intake;

/** How a file of answers fared. */
public enum ImportState {
    /** It is read or stored just now. */
    RUNNING,
    /** All of it is in. */
    DONE,
    /** Something is wrong with it: nothing of it was stored. */
    REFUSED,
    /** Somebody stopped it: what was stored by then stays. */
    STOPPED,
    /** The application ended under it: what was stored by then stays, and the same file goes on from there. */
    INTERRUPTED,
    /** It broke off for a reason that stands in the log: what was stored by then stays. */
    FAILED;

    /** Whether the same file would go on where this one ended. */
    public boolean goesOn() {
        return this == STOPPED || this == INTERRUPTED || this == FAILED;
    }
}
