package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.PersonInfo;
import io.throughline.plan.PlanError;
import io.throughline.plan.Post;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.Submission;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.SubmissionState;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.ui.parts.DecisionCard;
import io.throughline.plan.ui.parts.NeedList;
import io.throughline.plan.ui.parts.PlanGantt;
import io.throughline.plan.ui.parts.ProblemsPart;
import io.throughline.plan.ui.parts.QuestionThread;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Strip;
import io.throughline.shared.ui.Written;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A first plan exactly as it was handed in, on one page: what is signed, whom it serves, and the decision on it. */
@Route("projects/:key/approval/:submission")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class ApprovalView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int WORDS = 2;

    private final transient PlanPages pages;
    private String title = "";

    ApprovalView(PlanPages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(SubmissionId.parse(event.getRouteParameters().get("submission").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private DecisionCard show(SubmissionId id) {
        var submission = pages.approvals().submission(id);
        var project = pages.projects().project(submission.project());
        var names = pages.names().of(people(submission));
        var decision = decision(project, submission, names);
        title = getTranslation("approval.title", project.name());
        getContent().removeAll();
        getContent().addClassName("plan-page");
        getContent().add(header(project, submission, names), strip(submission));
        getContent()
                .add(new PlanKpis(
                        submission.figures(),
                        null,
                        true,
                        pages.behind().count(submission.content().requirementsInScope())));
        var aside = Kit.stack(decision);
        if (!submission.thread().isEmpty()) {
            aside.add(Kit.card(getTranslation("approval.thread"), thread(submission, names)));
        }
        aside.add(Kit.card(getTranslation("approval.needs"), needs(submission)));
        getContent().add(Kit.columns(plan(submission), aside));
        return decision;
    }

    private PageHeader header(ProjectDetail project, Submission submission, Function<PersonId, String> names) {
        return new PageHeader(title)
                .above(Kit.link(PlanNavigation.projectHref(project.key()), project.key() + " " + project.name()))
                .below(Kit.row(
                        PlanPages.badge(this, submission.state()),
                        new Span(getTranslation("approval.submitted", names.apply(submission.submittedBy()))),
                        new Moment(
                                submission.submittedAt(), pages.viewer().get().zone())))
                .actions(PlanPages.print(this));
    }

    /** Nothing is stored of this plan's line before it is approved: what it would put in place, counted. */
    private Component strip(Submission submission) {
        var needs = pages.behind().needsOf(submission.content().requirementsInScope()).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
        return new Strip(
                getTranslation("project.line"),
                List.of(
                        stop("approval.strip.answers", pages.behind().answers(needs), Strip.Place.THERE),
                        stop("approval.strip.needs", needs.size(), Strip.Place.THERE),
                        stop(
                                "approval.strip.requirements",
                                submission.content().requirementsInScope().size(),
                                Strip.Place.THERE),
                        stop(become(submission.state()), submission.baseNumber() + 1, Strip.Place.HERE),
                        stop(
                                "approval.strip.deliverables",
                                submission.content().deliverables().size(),
                                Strip.Place.MISSING),
                        stop("approval.strip.accepted", 0, Strip.Place.MISSING)));
    }

    private static String become(SubmissionState state) {
        return switch (state) {
            case WAITING, QUESTIONED -> "approval.strip.plan";
            case APPROVED -> "approval.strip.plan.made";
            case REJECTED, SUPERSEDED -> "approval.strip.plan.not";
        };
    }

    private Strip.Stop stop(String key, long count, Strip.Place place) {
        return new Strip.Stop(
                getTranslation(key, count),
                null,
                count == 0 && place == Strip.Place.THERE ? Strip.Place.MISSING : place);
    }

    private Component plan(Submission submission) {
        var plan = submission.figures();
        var stack = Kit.stack();
        var warnings = PlanCheck.problems(submission.content());
        if (!warnings.isEmpty()) {
            stack.add(Kit.card(getTranslation("approval.warnings"), new ProblemsPart(warnings)));
        }
        stack.add(
                Kit.card(getTranslation("project.scope"), new ScopePart(plan, pages.behind())),
                Kit.card(
                        getTranslation("project.schedule"),
                        new Gantt(getTranslation("project.schedule")).show(PlanGantt.of(plan, null))),
                Kit.card(getTranslation("project.stages.cost"), new StagesPart(plan, true)),
                Kit.card(getTranslation("project.deliverables"), new PromisesPart(plan)));
        return stack;
    }

    private Component needs(Submission submission) {
        var needs = pages.behind().needsOf(submission.content().requirementsInScope()).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
        return needs.isEmpty()
                ? new Paragraph(getTranslation("approval.needs.none"))
                : new NeedList(pages.behind().voices(needs, WORDS), voice -> List.of());
    }

    private QuestionThread thread(Submission submission, Function<PersonId, String> names) {
        var thread = new QuestionThread(
                submission.thread(), names, pages.viewer().get().zone());
        if (submission.mayAnswer()) {
            thread.answering(answer -> done(
                    submission.id(),
                    "approval.answered.done",
                    () -> pages.approvals().answer(submission.id(), answer)));
        }
        return thread;
    }

    private DecisionCard decision(ProjectDetail project, Submission submission, Function<PersonId, String> names) {
        var card = new DecisionCard().hindered(submission.hindrances());
        var decided = submission.decision();
        if (decided != null) {
            card.decided(
                            decided,
                            names.apply(decided.by()),
                            pages.viewer().get().zone())
                    .signed(submission.hash());
            pages.baselines()
                    .madeOf(project.id(), submission.id())
                    .ifPresent(made -> card.with(Kit.link(
                            PlanNavigation.baselineHref(project.key(), made.number()),
                            getTranslation("approval.toBaseline", made.number()))));
        } else if (submission.mayDecide()) {
            card.deciding(submission.hash(), signs(submission), acts(submission));
        } else {
            undecided(card, submission);
        }
        if (project.access().manages() && decided != null && !decided.approved()) {
            card.with(Kit.link(PlanNavigation.draftHref(submission.draft()), getTranslation("project.toDraft")));
        }
        return card;
    }

    private void undecided(DecisionCard card, Submission submission) {
        var me = pages.viewer().get();
        if (submission.state() == SubmissionState.SUPERSEDED) {
            card.told(getTranslation("approval.superseded"));
            return;
        }
        if (submission.state() == SubmissionState.QUESTIONED) {
            card.told(getTranslation(submission.mayAnswer() ? "approval.questioned.you" : "approval.questioned"));
        }
        if (me.is(Role.MANAGER) && submission.authors().contains(me.id())) {
            card.told(getTranslation(PlanError.AUTHOR_CANNOT_DECIDE.key()));
        }
        card.waitingFor(
                pages.approvals().whoMayDecide(submission.id()).stream()
                        .map(PersonInfo::name)
                        .toList(),
                pages.names().administrators());
        card.signed(submission.hash());
    }

    private String signs(Submission submission) {
        return getTranslation(
                "approval.signs",
                Written.date(submission.finish(), getLocale()),
                Written.money(submission.cost(), submission.content().header().currency(), getLocale()));
    }

    private DecisionCard.Acts acts(Submission submission) {
        var id = submission.id();
        return new DecisionCard.Acts(
                submission.hindrances().isEmpty()
                        ? () -> done(
                                id,
                                "approval.approved.done",
                                () -> pages.approvals().approve(id, submission.hash()))
                        : null,
                question ->
                        done(id, "approval.asked.done", () -> pages.approvals().ask(id, question)),
                reason -> done(
                        id, "approval.rejected.done", () -> pages.approvals().reject(id, reason)));
    }

    /** Shows the page as it is afterwards, also when somebody else was faster. */
    private void done(SubmissionId id, String told, Runnable act) {
        try {
            act.run();
        } catch (DomainException refusal) {
            show(id);
            throw refusal;
        }
        show(id).focus();
        Notices.done(getTranslation(told));
    }

    private static Set<PersonId> people(Submission submission) {
        var people = new HashSet<PersonId>();
        people.add(submission.submittedBy());
        submission.thread().stream().map(Post::by).forEach(people::add);
        var decided = submission.decision();
        if (decided != null) {
            people.add(decided.by());
        }
        return people;
    }
}
