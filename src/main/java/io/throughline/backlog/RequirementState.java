package io.throughline.backlog;

import java.util.EnumSet;
import java.util.Set;

/** Where a requirement stands. The transitions are its own: nothing else may set a state. */
public enum RequirementState {
    /** Written down, not yet agreed to be worth doing. */
    PROPOSED,
    /** Worth doing; may be taken into a project. */
    ACCEPTED,
    /** In the approved baseline of a project. */
    PLANNED,
    /** Handed over, wholly or in part; the customer has not confirmed yet. */
    DELIVERED,
    /** The customer confirmed some of what serves it; the rest is still to come. */
    PARTLY_DONE,
    /** Everything that serves it is confirmed by the customer. */
    DONE,
    /** Will not be done, for a stated reason. */
    DECLINED;

    private static final Set<RequirementState> CLOSED = EnumSet.of(DONE, DECLINED);

    /** No longer ranked. */
    public boolean closed() {
        return CLOSED.contains(this);
    }

    /** Whether the state machine has this step. */
    public boolean mayBecome(RequirementState next) {
        return switch (this) {
            case PROPOSED -> next == ACCEPTED || next == DECLINED;
            case ACCEPTED -> next == PLANNED || next == DECLINED;
            case PLANNED -> next == DELIVERED || next == PARTLY_DONE || next == DONE || next == ACCEPTED;
            case DELIVERED -> next == DONE || next == PARTLY_DONE || next == PLANNED;
            case PARTLY_DONE -> next == DELIVERED || next == DONE || next == ACCEPTED;
            case DECLINED -> next == PROPOSED;
            case DONE -> false;
        };
    }
}
