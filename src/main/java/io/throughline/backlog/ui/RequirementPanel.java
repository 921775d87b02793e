package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementState;
import io.throughline.backlog.Requirements;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Strip;
import java.util.ArrayList;
import java.util.function.Consumer;

/** One requirement: its place on the line, what it rests on, what it says, what happened to it. */
class RequirementPanel extends Composite<Div> {

    private static final int QUOTES = 3;

    private final transient BacklogServices services;
    private final transient Requirements.Detail shown;
    private final transient Consumer<String> changed;

    /** @param changed told in words what was done */
    RequirementPanel(BacklogServices services, RequirementId id, boolean edits, Consumer<String> changed) {
        this.services = services;
        this.changed = changed;
        this.shown = services.requirements().detail(id);
        getContent().addClassNames("tl-card", "bl-panel");
        getContent().add(head(), strip(), state());
        if (edits) {
            getContent().add(actions());
        }
        getContent()
                .add(
                        new EvidencePart(services, shown, edits, changed),
                        quotes(),
                        text("backlog.requirement.statement", shown.content().statement()),
                        text("backlog.requirement.fit", shown.content().fitCriterion()),
                        new HistoryPart(shown, edits, this::tell));
    }

    private Component head() {
        return new Div(
                Kit.dim(getTranslation("backlog.requirement.head", shown.key(), shown.contentVersion())),
                new H2(shown.content().title().in(getLocale())));
    }

    private Component strip() {
        var stops = new ArrayList<Strip.Stop>();
        long answers = shown.needs().stream().mapToLong(n -> n.answersBehind()).sum();
        stops.add(new Strip.Stop(
                getTranslation("backlog.strip.answers", answers),
                null,
                answers == 0 ? Strip.Place.MISSING : Strip.Place.THERE));
        if (shown.needs().isEmpty()) {
            stops.add(new Strip.Stop(getTranslation("backlog.strip.noNeed"), null, Strip.Place.MISSING));
        }
        shown.needs()
                .forEach(need -> stops.add(
                        new Strip.Stop(need.key(), "trace/need/" + need.id().value(), Strip.Place.THERE)));
        stops.add(new Strip.Stop(shown.key(), "trace/requirement/" + shown.id().value(), Strip.Place.HERE));
        var project = shown.projectName();
        stops.add(
                project == null
                        ? new Strip.Stop(getTranslation("backlog.strip.noPlan"), null, Strip.Place.MISSING)
                        : new Strip.Stop(project, null, Strip.Place.THERE));
        boolean done = shown.state() == RequirementState.DONE;
        stops.add(new Strip.Stop(
                getTranslation("backlog.strip.accepted"), null, done ? Strip.Place.THERE : Strip.Place.MISSING));
        return new Strip(getTranslation("backlog.strip"), stops);
    }

    private Component state() {
        var place = shown.place();
        var row = Kit.row(Figures.badge(this, shown.state()));
        if (place.rank() > 0) {
            row.add(new Span(getTranslation("backlog.panel.rank", place.rank(), place.computedRank())));
            row.add(Kit.dim(getTranslation("backlog.panel.score", Figures.score(place.score(), getLocale()))));
        }
        if (place.pinReason() != null) {
            row.add(Kit.dim(getTranslation("backlog.panel.pinned", place.pinReason())));
        }
        if (shown.declineReason() != null) {
            row.add(Kit.dim(getTranslation("backlog.panel.declined", shown.declineReason())));
        }
        return row;
    }

    private Component actions() {
        var row = Kit.row();
        if (shown.state() == RequirementState.PROPOSED) {
            row.add(action("backlog.accept", () -> {
                services.requirements().accept(shown.id(), shown.version());
                changed.accept(getTranslation("backlog.accepted", shown.key()));
            }));
        }
        row.add(action(
                "backlog.edit",
                () -> RequirementForm.edit(shown.key(), shown.content(), content -> {
                    services.requirements().reword(shown.id(), shown.version(), shown.content(), content);
                    changed.accept(getTranslation("backlog.edited", shown.key()));
                })));
        if (shown.place().rank() > 0) {
            row.add(action(
                    "backlog.move",
                    () -> new MoveDialog(services, shown.id(), shown.place().rank(), changed).open()));
        }
        if (shown.place().pinned()) {
            row.add(action("backlog.release", () -> {
                services.ranking().release(shown.id());
                changed.accept(getTranslation(
                        "backlog.released", shown.key(), shown.place().computedRank()));
            }));
        }
        switch (shown.state()) {
            case PROPOSED, ACCEPTED -> row.add(action("backlog.decline", this::decline));
            case DECLINED ->
                row.add(action("backlog.reconsider", () -> {
                    services.requirements().reconsider(shown.id(), shown.version());
                    changed.accept(getTranslation("backlog.reconsidered", shown.key()));
                }));
            case PLANNED, DELIVERED, DONE -> {}
        }
        return row;
    }

    private Button action(String key, Runnable act) {
        return new Button(getTranslation(key), click -> act.run());
    }

    private void decline() {
        new ReasonDialog(
                        getTranslation("backlog.decline.title", shown.key()),
                        getTranslation("backlog.decline.text"),
                        getTranslation("backlog.reason"),
                        getTranslation("backlog.decline"),
                        reason -> {
                            services.requirements().decline(shown.id(), shown.version(), reason);
                            changed.accept(getTranslation("backlog.declined", shown.key()));
                        })
                .keptFor("requirement-decline/" + shown.id().value())
                .open();
    }

    private void tell(io.throughline.backlog.StatusId step, String words) {
        services.statusTexts().save(step, LocalizedText.of(getLocale(), words));
        changed.accept(getTranslation("backlog.status.saved"));
    }

    private Component quotes() {
        var quotes = new Div();
        var said = services.triage().behind(shown.id(), QUOTES);
        said.forEach(row -> quotes.add(
                Kit.quote(row.words(), getTranslation("backlog.quote.by", row.person(), row.organisation()))));
        long all = shown.needs().stream().mapToLong(n -> n.answersBehind()).sum();
        if (all > said.size()) {
            quotes.add(Kit.dim(getTranslation("backlog.quote.more", all - said.size())));
        }
        return quotes;
    }

    private Component text(String key, String words) {
        if (words.isBlank()) {
            return new Div();
        }
        return new Div(new H3(getTranslation(key)), new Paragraph(words));
    }
}
