package io.throughline.trace.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.AnswerStatus;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;

/** What became of an answer, as icon and text. */
class StatusBadge extends Composite<Span> {

    StatusBadge(AnswerStatus status) {
        getContent().add(new Badge(tone(status), icon(status), Labels.of(this, status)));
    }

    private static Tone tone(AnswerStatus status) {
        return switch (status) {
            case RECEIVED, DECLINED -> Tone.NEUTRAL;
            case JOINED, REQUIREMENT, PLANNED, PARTLY_DONE -> Tone.INFO;
            case CHANGED, DELIVERED -> Tone.WARN;
            case DONE -> Tone.OK;
        };
    }

    private static String icon(AnswerStatus status) {
        return switch (status) {
            case RECEIVED -> "○";
            case JOINED -> "∪";
            case REQUIREMENT -> "✎";
            case PLANNED -> "◆";
            case CHANGED -> "!";
            case DECLINED -> "×";
            case PARTLY_DONE -> "◐";
            case DELIVERED -> "▣";
            case DONE -> "●";
        };
    }
}
