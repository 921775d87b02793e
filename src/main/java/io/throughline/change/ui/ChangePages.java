package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import io.throughline.change.ChangeRequests;
import io.throughline.change.ChangeState;
import io.throughline.people.People;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.Projects;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LineStrips;
import io.throughline.shared.ui.Tone;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the pages of changes ask. */
@org.springframework.stereotype.Component
record ChangePages(
        ChangeRequests changes,
        Projects projects,
        Baselines baselines,
        Drafts drafts,
        People people,
        Behind behind,
        LineStrips strips,
        CurrentViewer viewer) {

    Function<PersonId, String> names(Collection<PersonId> of) {
        var names = people.names(of);
        return id -> names.getOrDefault(id, "–");
    }

    List<String> administrators() {
        return people.withRole(Role.ADMINISTRATOR).stream()
                .map(person -> person.name())
                .toList();
    }

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
