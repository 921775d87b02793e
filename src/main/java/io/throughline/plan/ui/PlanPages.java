package io.throughline.plan.ui;

import com.vaadin.flow.component.button.Button;
import io.throughline.people.People;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanApprovals;
import io.throughline.plan.Projects;
import io.throughline.plan.SubmissionState;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.plan.ui.parts.PeopleNames;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LineStrips;
import io.throughline.shared.ui.Tone;
import org.springframework.stereotype.Component;

/** What the pages of plans ask. */
@Component
record PlanPages(
        Projects projects,
        Baselines baselines,
        PlanApprovals approvals,
        Drafts drafts,
        People people,
        PeopleNames names,
        Behind behind,
        LineStrips strips,
        CurrentViewer viewer) {

    static Button print(com.vaadin.flow.component.Component reader) {
        var print = new Button(reader.getTranslation("action.print"));
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        return print;
    }

    static Badge badge(com.vaadin.flow.component.Component reader, SubmissionState state) {
        var text = Labels.of(reader, state);
        return switch (state) {
            case WAITING -> new Badge(Tone.INFO, "◷", text);
            case QUESTIONED -> new Badge(Tone.WARN, "?", text);
            case APPROVED -> new Badge(Tone.OK, "✓", text);
            case REJECTED -> new Badge(Tone.BAD, "×", text);
            case SUPERSEDED -> new Badge(Tone.NEUTRAL, "↺", text);
        };
    }
}
