package io.throughline.delivery;

import org.jspecify.annotations.Nullable;

/** Where a deliverable stands. */
public enum DeliverableState {
    PLANNED,
    /** With the customers who asked. */
    DELIVERED,
    ACCEPTED,
    /** To be handed over again. */
    REFUSED;

    static DeliverableState of(@Nullable Handover last) {
        if (last == null) {
            return PLANNED;
        }
        if (last.answer() == null) {
            return DELIVERED;
        }
        return last.answer().outcome() == Handover.Outcome.ACCEPTED ? ACCEPTED : REFUSED;
    }
}
