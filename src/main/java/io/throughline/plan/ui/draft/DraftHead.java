package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftPurpose;
import io.throughline.plan.DraftState;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.UndoKeys;

/** What is always in sight: whose plan this is, its figures, its problems, what was saved, and handing it in. */
class DraftHead extends Composite<Div> {

    private final DraftDesk desk;
    private final PageHeader header = new PageHeader("");
    private final Div notice = Kit.div("draft-notice");
    private final Button undo = new Button("↶");
    private final Button redo = new Button("↷");
    private final Button submit = new Button();
    private final PlanFacts facts = new PlanFacts();
    private final ProblemList problems;

    DraftHead(DraftDesk desk) {
        this.desk = desk;
        problems = new ProblemList(desk.id());
        named(undo, "draft.undo", desk::undo);
        named(redo, "draft.redo", desk::redo);
        submit.setText(getTranslation("draft.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickListener(click -> new SubmitDialog(desk).open());
        header.below(desk.saving().idle(getTranslation("draft.idle")));
        header.actions(undo, redo, submit);
        getContent().addClassName("draft-head");
        getContent()
                .add(
                        header,
                        notice,
                        Kit.div("draft-facts", facts),
                        problems,
                        new UndoKeys(this::undoByKey, this::redoByKey));
    }

    void show(DraftDetail view) {
        var project = desk.services().projects().project(view.project());
        header.setTitle(view.content().header().name());
        header.above(
                Kit.link(PlanNavigation.projectHref(project.key()), project.key()),
                new Span(" · "
                        + getTranslation(
                                view.purpose() == DraftPurpose.PLAN ? "draft.first" : "draft.copy", view.baseNumber())),
                new Span(" "),
                state(view.state()));
        undo.setEnabled(view.canUndo());
        redo.setEnabled(view.canRedo());
        undo.setVisible(view.editable());
        redo.setVisible(view.editable());
        submit.setVisible(view.editable() && view.purpose() == DraftPurpose.PLAN);
        notice.removeAll();
        notice.add(notices(view, project));
        notice.setVisible(notice.getComponentCount() > 0);
        facts.show(view, desk.services().backlog());
        problems.show(view);
    }

    private Component[] notices(DraftDetail view, ProjectDetail project) {
        var owner = view.purpose() == DraftPurpose.CHANGE
                ? desk.services()
                        .ownerOf(desk.id())
                        .map(one -> Kit.row(
                                new Span(getTranslation("draft.owner", one.title())),
                                Kit.link(one.href(), getTranslation("draft.owner.back"))))
                : java.util.Optional.<Div>empty();
        var state = why(view, project);
        return java.util.stream.Stream.of(owner, state)
                .flatMap(java.util.Optional::stream)
                .toArray(Component[]::new);
    }

    /** Why it can't be edited, or what else there is to know about its state. */
    private java.util.Optional<Div> why(DraftDetail view, ProjectDetail project) {
        var submission = view.submission();
        boolean first = view.purpose() == DraftPurpose.PLAN;
        var words = switch (view.state()) {
            case SUBMITTED -> "draft.notice.submitted";
            case QUESTIONED -> "draft.notice.questioned";
            case CLOSED -> "draft.notice.closed";
            case OPEN -> view.editable() ? "" : "draft.notice.reader";
        };
        if (words.isEmpty()) {
            return java.util.Optional.empty();
        }
        var line = Kit.row(new Span(getTranslation(words)));
        if (first && submission != null && view.state() != DraftState.OPEN) {
            line.add(Kit.link(
                    PlanNavigation.approvalHref(project.key(), submission), getTranslation("draft.notice.approval")));
        }
        return java.util.Optional.of(line);
    }

    private Badge state(DraftState state) {
        return switch (state) {
            case OPEN -> new Badge(Tone.INFO, "✎", Labels.of(this, state));
            case SUBMITTED -> new Badge(Tone.WARN, "⧗", Labels.of(this, state));
            case QUESTIONED -> new Badge(Tone.WARN, "?", Labels.of(this, state));
            case CLOSED -> new Badge(Tone.NEUTRAL, "✓", Labels.of(this, state));
        };
    }

    private void named(Button button, String key, Runnable act) {
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key + ".keys"));
        button.addClickListener(click -> act.run());
    }

    private void undoByKey() {
        if (undo.isEnabled() && undo.isVisible()) {
            desk.undo();
        }
    }

    private void redoByKey() {
        if (redo.isEnabled() && redo.isVisible()) {
            desk.redo();
        }
    }
}
