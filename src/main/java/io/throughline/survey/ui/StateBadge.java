package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyState;

/** Where a survey stands. */
public final class StateBadge {

    private StateBadge() {}

    public static Badge of(Component reader, SurveyState state) {
        var text = Labels.of(reader, state);
        return switch (state) {
            case DRAFT -> new Badge(Tone.NEUTRAL, "✎", text);
            case SCHEDULED -> new Badge(Tone.INFO, "◷", text);
            case OPEN -> new Badge(Tone.OK, "●", text);
            case CLOSED -> new Badge(Tone.NEUTRAL, "■", text);
        };
    }
}
