package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import io.throughline.change.ChangeRequests;
import io.throughline.change.ChangeState;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.Projects;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.plan.ui.parts.PeopleNames;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LineStrips;
import io.throughline.shared.ui.Tone;

/** What the pages of changes ask. */
@org.springframework.stereotype.Component
record ChangePages(
        ChangeRequests changes,
        Projects projects,
        Baselines baselines,
        Drafts drafts,
        PeopleNames names,
        Behind behind,
        LineStrips strips,
        CurrentViewer viewer) {

    static Badge badge(Component reader, ChangeState state) {
        return new Badge(tone(state), icon(state), Labels.of(reader, state));
    }

    static Tone tone(ChangeState state) {
        return switch (state) {
            case DRAFTING, WITHDRAWN -> Tone.NEUTRAL;
            case WAITING -> Tone.INFO;
            case QUESTIONED -> Tone.WARN;
            case APPROVED -> Tone.OK;
            case REJECTED -> Tone.BAD;
        };
    }

    static String icon(ChangeState state) {
        return switch (state) {
            case DRAFTING -> "✎";
            case WAITING -> "◷";
            case QUESTIONED -> "?";
            case APPROVED -> "✓";
            case REJECTED -> "×";
            case WITHDRAWN -> "↺";
        };
    }
}
