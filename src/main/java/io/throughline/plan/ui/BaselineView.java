package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.plan.BaselineInfo;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.ui.parts.DifferenceTable;
import io.throughline.plan.ui.parts.PlanGantt;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One baseline as it was approved, compared with the one before it. */
@Route("projects/:key/baselines/:number([0-9]{1,6})")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class BaselineView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PlanPages pages;
    private String title = "";

    BaselineView(PlanPages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        show(
                pages.projects().byKey(parameters.get("key").orElse("")),
                parameters.getInteger("number").orElseThrow(DomainException::notFound));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(ProjectDetail project, int number) {
        var info = pages.baselines().numbered(project.id(), number);
        var plan = pages.baselines().plan(info.id()).figures();
        var before = number == 1
                ? null
                : pages.baselines()
                        .plan(pages.baselines()
                                .numbered(project.id(), number - 1)
                                .id())
                        .figures();
        boolean money = project.access().seesMoney();
        title = project.key() + " " + getTranslation("project.baseline.n", number);
        getContent().removeAll();
        getContent().addClassName("plan-page");
        getContent()
                .add(
                        header(project, info),
                        pages.strips().through(this, ObjectRef.of(PlanKinds.BASELINE, info.id())),
                        new PlanKpis(
                                plan,
                                before,
                                money,
                                pages.behind().count(plan.plan().requirementsInScope())),
                        schedule(plan, before));
        var stack = Kit.stack();
        if (before != null) {
            stack.add(Kit.card(
                    getTranslation("project.baseline.difference", number - 1),
                    new DifferenceTable(before, plan, pages.names().of(assigned(before, plan)))));
        }
        stack.add(
                Kit.card(getTranslation("project.scope"), new ScopePart(plan, pages.behind())),
                Kit.card(getTranslation(money ? "project.stages.cost" : "project.stages"), new StagesPart(plan, money)),
                Kit.card(getTranslation("project.deliverables"), new PromisesPart(plan)));
        getContent().add(stack);
    }

    private PageHeader header(ProjectDetail project, BaselineInfo info) {
        var name = pages.names().of(Set.of(info.approvedBy())).apply(info.approvedBy());
        boolean inForce = info.id().equals(project.baseline());
        var hash = new Span(info.hash());
        hash.addClassName("plan-hash");
        return new PageHeader(getTranslation("project.baseline.n", info.number()))
                .above(
                        Kit.link(PlanNavigation.projectHref(project.key()), project.key() + " " + project.name()),
                        new Span(" · " + getTranslation("project.baselines")))
                .below(Kit.row(
                        inForce
                                ? new Badge(Tone.OK, "✓", getTranslation("project.baseline.inForce"))
                                : new Badge(Tone.NEUTRAL, "○", getTranslation("project.baseline.past")),
                        new Span(getTranslation("approval.by", name)),
                        new Moment(info.approvedAt(), pages.viewer().get().zone()),
                        hash))
                .actions(turn(project, info, -1), turn(project, info, 1), PlanPages.print(this));
    }

    /** To the baseline before or after this one, where there is one. */
    private Component turn(ProjectDetail project, BaselineInfo info, int by) {
        int number = info.number() + by;
        if (number < 1 || number > project.baselineNumber()) {
            return new Span();
        }
        var text = getTranslation("project.baseline.n", number);
        return Kit.link(PlanNavigation.baselineHref(project.key(), number), by < 0 ? "← " + text : text + " →");
    }

    private Component schedule(PlanFigures plan, @Nullable PlanFigures before) {
        var gantt = new Gantt(getTranslation("project.schedule"));
        gantt.show(before == null ? PlanGantt.of(plan, null) : PlanGantt.compared(before, plan, change -> ""));
        return Kit.card(getTranslation("project.schedule"), gantt);
    }

    private static Set<PersonId> assigned(PlanFigures before, PlanFigures after) {
        var people = new HashSet<PersonId>();
        Stream.of(before, after)
                .flatMap(plan -> plan.plan().tasks().stream())
                .map(task -> task.assignee())
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
