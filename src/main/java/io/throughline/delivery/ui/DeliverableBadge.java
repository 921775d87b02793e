package io.throughline.delivery.ui;

import io.throughline.delivery.DeliverableState;
import io.throughline.delivery.Handover;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Tone;

/** Where a deliverable stands. */
class DeliverableBadge extends Badge {

    DeliverableBadge(DeliverableState state, String text) {
        super(tone(state), icon(state), text);
    }

    static DeliverableState of(Handover handover) {
        var answer = handover.answer();
        if (answer == null) {
            return DeliverableState.DELIVERED;
        }
        return answer.outcome() == Handover.Outcome.ACCEPTED ? DeliverableState.ACCEPTED : DeliverableState.REFUSED;
    }

    private static Tone tone(DeliverableState state) {
        return switch (state) {
            case PLANNED -> Tone.NEUTRAL;
            case DELIVERED -> Tone.INFO;
            case ACCEPTED -> Tone.OK;
            case REFUSED -> Tone.BAD;
        };
    }

    private static String icon(DeliverableState state) {
        return switch (state) {
            case PLANNED -> "○";
            case DELIVERED -> "▣";
            case ACCEPTED -> "●";
            case REFUSED -> "×";
        };
    }
}
