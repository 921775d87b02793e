package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.PersonInfo;
import io.throughline.plan.BaselineInfo;
import io.throughline.plan.DraftId;
import io.throughline.plan.DraftState;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.ProjectMember;
import io.throughline.plan.ui.parts.PlanGantt;
import io.throughline.plan.ui.parts.ProjectSection;
import io.throughline.shared.Role;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project as its baseline in force says, and what the rooms above add: deliverables, changes. */
@Route("projects/:key")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class ProjectView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PlanPages pages;
    private final transient List<ProjectSection> sections;
    private final transient Clock clock;
    private String title = "";

    ProjectView(PlanPages pages, List<ProjectSection> sections, Clock clock) {
        this.pages = pages;
        this.sections = sections;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("key").orElse(""));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(String key) {
        var project = pages.projects().byKey(key);
        title = project.key() + " " + project.name();
        var baselines = pages.baselines().ofProject(project.id());
        var main = Kit.stack();
        var aside = Kit.stack();
        getContent().removeAll();
        getContent().addClassName("plan-page");
        getContent().add(header(project));
        if (baselines.isEmpty()) {
            main.add(begin(project));
        } else {
            plan(project, baselines, main, aside);
        }
        add(project, ProjectSection.Place.MAIN, main);
        add(project, ProjectSection.Place.ASIDE, aside);
        aside.add(Kit.card(getTranslation("project.members"), members(project)));
        getContent().add(Kit.columns(main, aside));
    }

    private PageHeader header(ProjectDetail project) {
        return new PageHeader(project.name())
                .above(
                        Kit.link(PlanNavigation.projectsHref(), getTranslation("projects.heading")),
                        new Span(" · " + project.key()))
                .below(new Span(getTranslation(
                        "project.publicName", project.publicName().in(getLocale()))))
                .actions(PlanPages.print(this));
    }

    private void plan(ProjectDetail project, List<BaselineInfo> baselines, Div main, Div aside) {
        var inForce = baselines.getFirst();
        var plan = pages.baselines().plan(inForce.id()).figures();
        boolean money = project.access().seesMoney();
        var today = LocalDate.ofInstant(clock.instant(), pages.viewer().get().zone());
        getContent()
                .add(
                        pages.strips().through(this, ObjectRef.of(PlanKinds.BASELINE, inForce.id())),
                        new PlanKpis(
                                plan,
                                null,
                                money,
                                pages.behind().count(plan.plan().requirementsInScope())));
        main.add(
                Kit.card(
                        getTranslation("project.schedule"),
                        new Gantt(getTranslation("project.schedule")).show(PlanGantt.of(plan, today))),
                Kit.card(getTranslation("project.scope"), new ScopePart(plan, pages.behind())),
                Kit.card(
                        getTranslation(money ? "project.stages.cost" : "project.stages"), new StagesPart(plan, money)));
        aside.add(Kit.card(
                getTranslation("project.baselines"),
                new BaselinesPart(
                        project.key(),
                        plan.plan().header().currency(),
                        baselines,
                        pages.names()
                                .of(baselines.stream()
                                        .map(BaselineInfo::approvedBy)
                                        .collect(Collectors.toSet())),
                        pages.viewer().get().zone())));
    }

    /** What there is before anything is approved, and the next step for whoever reads. */
    private Component begin(ProjectDetail project) {
        var draft = project.draft();
        if (draft == null) {
            return Kit.empty(getTranslation("projects.unapproved"), getTranslation("projects.unapproved.text"));
        }
        return Kit.empty(
                getTranslation("projects.unapproved"),
                getTranslation(project.access().manages() ? "project.begin.manages" : "project.begin.reads"),
                next(project, draft));
    }

    private Component next(ProjectDetail project, DraftId draft) {
        var view = pages.drafts().draft(draft);
        var submission = view.submission();
        var links = Kit.row();
        links.addClassName("plan-next");
        if (submission != null && view.state() != DraftState.OPEN) {
            links.add(Kit.link(
                    PlanNavigation.approvalHref(project.key(), submission), getTranslation("project.toApproval")));
        }
        if (project.access().manages()) {
            links.add(Kit.link(PlanNavigation.draftHref(draft), getTranslation("project.toDraft")));
        }
        return links.getChildren().findAny().isPresent() ? links : new Paragraph();
    }

    private void add(ProjectDetail project, ProjectSection.Place place, Div column) {
        sections.stream()
                .filter(section -> section.place() == place)
                .flatMap(section -> section.of(project).stream())
                .forEach(column::add);
    }

    private Component members(ProjectDetail project) {
        var here = project.members().stream().map(ProjectMember::person).collect(Collectors.toSet());
        var names = pages.names().of(here);
        if (!project.access().manages()) {
            return new MembersPart(project.members(), names);
        }
        var projectManagers = pages.people().withRole(Role.PROJECT_MANAGER);
        var candidates = Stream.concat(projectManagers.stream(), pages.people().withRole(Role.TEAM_MEMBER).stream())
                .filter(person -> !here.contains(person.id()))
                .distinct()
                .sorted(Comparator.comparing(PersonInfo::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new MembersPart(
                project.members(),
                names,
                candidates,
                projectManagers::contains,
                (person, manages) -> {
                    pages.projects().letIn(project.id(), person, manages);
                    show(project.key());
                },
                person -> {
                    pages.projects().letGo(project.id(), person);
                    if (pages.projects().access(project.id()).reads()) {
                        show(project.key());
                    } else {
                        UI.getCurrent().navigate(PlanNavigation.projectsHref());
                    }
                });
    }
}
