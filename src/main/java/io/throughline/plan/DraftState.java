package io.throughline.plan;

/** Where a working copy stands. */
public enum DraftState {
    /** With its authors. */
    OPEN,
    /** With a manager, and fixed meanwhile. */
    SUBMITTED,
    /** Sent back with a question: it may be answered, or edited and submitted anew. */
    QUESTIONED,
    /** Approved, or given up. */
    CLOSED
}
