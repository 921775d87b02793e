package io.throughline.change;

/** Where a change request stands. */
public enum ChangeState {
    /** With its authors. */
    DRAFTING,
    /** With the managers who may decide. */
    WAITING,
    /** Sent back with a question. */
    QUESTIONED,
    /** The next baseline. */
    APPROVED,
    REJECTED,
    WITHDRAWN;

    public boolean open() {
        return this == DRAFTING || this == WAITING || this == QUESTIONED;
    }
}
