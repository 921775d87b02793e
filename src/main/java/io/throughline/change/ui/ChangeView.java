package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.change.ChangeDetail;
import io.throughline.change.ChangeId;
import io.throughline.change.ChangeKinds;
import io.throughline.change.ChangeState;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.parts.DifferenceTable;
import io.throughline.plan.ui.parts.PlanGantt;
import io.throughline.plan.ui.parts.QuestionThread;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change on computed facts: what differs, whom it touches, before and after, and the decision on it. */
@Route("changes/:key")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class ChangeView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ChangePages pages;
    private String title = "";

    ChangeView(ChangePages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(pages.changes().byKey(event.getRouteParameters().get("key").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private @Nullable ChangeDecision show(ChangeDetail change) {
        var project = pages.projects().project(change.project());
        var before = pages.baselines().plan(change.baseline()).figures();
        var draft = pages.drafts().draft(change.draft());
        var names = pages.names().of(people(change, before, draft.figures()));
        title = change.key() + " " + change.title();
        getContent().removeAll();
        getContent().addClassNames("plan-page", "change-page");
        getContent()
                .add(
                        header(change, project, names),
                        pages.strips().through(this, ObjectRef.of(ChangeKinds.CHANGE, change.id())));
        if (change.stale()) {
            getContent().add(stale(change, project));
        }
        getContent().add(new ImpactKpis(change.judgement().impact(), draft.figures()));
        var aside = Kit.stack();
        var decision = decide(change, project, draft, names, aside);
        aside.add(Kit.card(
                getTranslation("change.touches"),
                new TouchedNeeds(change.judgement().impact(), before.plan(), pages.behind())));
        getContent().add(Kit.columns(facts(change, before, draft.figures(), names), aside));
        return decision;
    }

    private PageHeader header(ChangeDetail change, ProjectDetail project, Function<PersonId, String> names) {
        var reason = new Paragraph(change.reason());
        reason.addClassName("change-reason");
        return new PageHeader(title)
                .above(
                        Kit.link(PlanNavigation.projectHref(project.key()), project.key() + " " + project.name()),
                        new Span(" · "),
                        Kit.link(ChangeNavigation.changesHref(), getTranslation("changes.heading")))
                .below(
                        Kit.row(
                                ChangePages.badge(this, change.state()),
                                new Span(getTranslation("change.proposed", names.apply(change.proposedBy()))),
                                new Moment(
                                        change.proposedAt(),
                                        pages.viewer().get().zone())),
                        reason)
                .actions(print());
    }

    private Button print() {
        var print = new Button(getTranslation("action.print"));
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        return print;
    }

    private Component stale(ChangeDetail change, ProjectDetail project) {
        var told = Kit.card(
                new Paragraph(getTranslation("change.stale", change.baselineNumber(), project.baselineNumber())));
        told.addClassName("change-stale");
        told.getElement().setAttribute("role", "status");
        var links = Kit.row(Kit.link(
                PlanNavigation.baselineHref(project.key(), project.baselineNumber()),
                getTranslation("approval.toBaseline", project.baselineNumber())));
        if (project.access().manages()) {
            links.add(Kit.link(
                    ChangeNavigation.proposeAgainHref(project.key(), change.key()), getTranslation("change.again")));
        }
        told.add(links);
        return told;
    }

    private Component facts(
            ChangeDetail change, PlanFigures before, PlanFigures after, Function<PersonId, String> names) {
        return Kit.stack(
                Kit.card(
                        getTranslation("change.differences", change.baselineNumber()),
                        new DifferenceTable(before, after, change.judgement().difference(), names)),
                Kit.card(
                        getTranslation("change.beforeAfter"),
                        new Gantt(getTranslation("change.beforeAfter"))
                                .show(PlanGantt.compared(
                                        before,
                                        after,
                                        new Shift(
                                                this, getLocale(), after.plan().calendar())))));
    }

    private @Nullable ChangeDecision decide(
            ChangeDetail change,
            ProjectDetail project,
            DraftDetail draft,
            Function<PersonId, String> names,
            Div aside) {
        boolean manages = project.access().manages();
        ChangeDecision decision = null;
        if (change.state() == ChangeState.DRAFTING) {
            aside.add(
                    manages
                            ? new CopyCard(
                                    draft,
                                    !change.judgement().difference().isEmpty(),
                                    change.stale(),
                                    () -> done(
                                            change.id(),
                                            "change.submitted",
                                            () -> pages.changes().submit(change.id(), draft.version())))
                            : Kit.card(
                                    getTranslation("change.copy"), new Paragraph(getTranslation("change.copy.reads"))));
        } else {
            decision = new ChangeDecision(pages, change, project, names, (told, act) -> done(change.id(), told, act));
            aside.add(decision);
        }
        var submission = change.submission();
        if (submission != null && !submission.thread().isEmpty()) {
            var thread = new QuestionThread(
                    submission.thread(), names, pages.viewer().get().zone());
            if (submission.mayAnswer()) {
                thread.answering(answer -> done(
                        change.id(),
                        "approval.answered.done",
                        () -> pages.changes().answer(change.id(), answer)));
            }
            aside.add(Kit.card(getTranslation("approval.thread"), thread));
        }
        if (manages && change.state().open()) {
            aside.add(new Button(getTranslation("change.withdraw"), click -> withdraw(change)));
        }
        return decision;
    }

    private void withdraw(ChangeDetail change) {
        new Sure(
                        getTranslation("change.withdraw.title", change.key()),
                        getTranslation("change.withdraw.text"),
                        getTranslation("change.withdraw"),
                        () -> done(
                                change.id(),
                                "change.withdrawn",
                                () -> pages.changes().withdraw(change.id(), change.version())))
                .open();
    }

    /** Shows the change as it is afterwards, also when somebody else was faster. */
    private void done(ChangeId id, String told, Runnable act) {
        try {
            act.run();
        } catch (DomainException refusal) {
            show(pages.changes().change(id));
            throw refusal;
        }
        var decision = show(pages.changes().change(id));
        if (decision != null) {
            decision.focus();
        }
        Notices.done(getTranslation(told));
    }

    private static Set<PersonId> people(ChangeDetail change, PlanFigures before, PlanFigures after) {
        var people = new HashSet<PersonId>();
        people.add(change.proposedBy());
        Stream.of(before, after)
                .flatMap(plan -> plan.plan().tasks().stream())
                .map(task -> task.assignee())
                .filter(Objects::nonNull)
                .forEach(people::add);
        var submission = change.submission();
        if (submission != null) {
            people.add(submission.submittedBy());
            submission.thread().forEach(post -> people.add(post.by()));
            var decided = submission.decision();
            if (decided != null) {
                people.add(decided.by());
            }
        }
        return people;
    }
}
