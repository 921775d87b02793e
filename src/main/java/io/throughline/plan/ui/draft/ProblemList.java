package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftId;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.PlanProblem.Severity;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;

/** What is still to be put right, each line leading to what it is about. */
class ProblemList extends Composite<Details> {

    private final DraftId draft;
    private final UnorderedList list = new UnorderedList();
    private final Span summary = new Span();

    ProblemList(DraftId draft) {
        this.draft = draft;
        list.addClassName("draft-problems");
        summary.getElement().setAttribute("aria-live", "polite");
        getContent().setSummary(summary);
        getContent().add(list);
    }

    void show(DraftDetail view) {
        var problems = view.problems();
        long blocking = problems.stream()
                .filter(problem -> problem.severity() != Severity.WARNING)
                .count();
        summary.setText(
                problems.isEmpty()
                        ? "✓ " + getTranslation("draft.problems.none")
                        : (blocking > 0 ? "✕ " : "! ")
                                + getTranslation("draft.problems", blocking, problems.size() - blocking));
        list.removeAll();
        problems.stream().map(this::line).forEach(list::add);
        getContent().setEnabled(!problems.isEmpty());
        if (problems.isEmpty()) {
            getContent().setOpened(false);
        }
    }

    /** One line of the list; also how others quote a problem. */
    ListItem line(PlanProblem problem) {
        boolean warning = problem.severity() == Severity.WARNING;
        return new ListItem(
                new Badge(
                        warning ? Tone.WARN : Tone.BAD,
                        warning ? "!" : "✕",
                        getTranslation(warning ? "draft.problem.warning" : "draft.problem.missing")),
                new Span(" "),
                Kit.link(
                        href(problem),
                        problem.about() == null ? words(problem) : problem.item() + ": " + words(problem)));
    }

    private String words(PlanProblem problem) {
        return getTranslation("plan.problem." + problem.kind());
    }

    private String href(PlanProblem problem) {
        var section = section(problem.kind());
        var about = problem.about();
        return about == null || section == DraftSection.SCOPE
                ? PlanNavigation.draftHref(draft, section)
                : PlanNavigation.draftHref(draft, section, about);
    }

    private static DraftSection section(PlanProblem.Kind kind) {
        return switch (kind) {
            case SCOPE_EMPTY, REASON_MISSING, DELIVERED_DROPPED, DECLINED, HELD_BY_ANOTHER, OVER_CAPACITY ->
                DraftSection.SCOPE;
            case NO_TASKS, NO_GRADE, DEADLINE_MISSED, CYCLE, NEGATIVE, OUT_OF_REACH, UNKNOWN_REFERENCE ->
                DraftSection.SCHEDULE;
            case NO_DELIVERABLE, NOT_SERVED -> DraftSection.DELIVERABLES;
            case OVER_BUDGET, NEGATIVE_COST, TOO_LARGE -> DraftSection.BUDGET;
            case NAME_MISSING, NAME_TOO_LONG -> DraftSection.SETTINGS;
        };
    }
}
