package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.Areas;
import io.throughline.plan.ProjectRow;
import io.throughline.plan.Projects;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The projects the viewer may read, newest first, and how far each is. */
@Route("projects")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class ProjectsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String QUERY = "q";
    private static final int PAUSE = 300;

    private final transient Projects projects;
    private final transient Areas areas;
    private final transient Texts texts;
    private final transient CurrentViewer viewer;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final LongTable table;
    private final Div nothing = Kit.div("tl-live");

    ProjectsView(Projects projects, Areas areas, Texts texts, CurrentViewer viewer, Clock clock) {
        this.projects = projects;
        this.areas = areas;
        this.texts = texts;
        this.viewer = viewer;
        this.clock = clock;
        table = new LongTable(
                        getTranslation("projects.heading"),
                        List.of(
                                Column.text(getTranslation("projects.project")),
                                Column.text(getTranslation("projects.state")),
                                Column.text(getTranslation("projects.finish"))),
                        this::page)
                .underHeading();
        search.setPlaceholder(getTranslation("projects.search"));
        search.setAriaLabel(getTranslation("projects.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember(change.getValue());
                show();
            }
        });
        nothing.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(QUERY)
                .orElse(""));
        getContent().removeAll();
        var header = new PageHeader(getPageTitle());
        getContent().add(header);
        if (search.isEmpty() && projects.count("") == 0) {
            getContent().add(none());
            return;
        }
        header.actions(search);
        if (opens()) {
            header.actions(search, create());
        }
        getContent().add(Kit.card(table, nothing));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("projects.heading");
    }

    private void show() {
        boolean found = projects.count(search.getValue()) > 0;
        table.setVisible(found);
        nothing.setText(found ? "" : getTranslation("projects.notFound", search.getValue()));
        table.restart();
    }

    private LongTable.Page page(int offset, int limit) {
        var query = search.getValue();
        return new LongTable.Page(
                projects.list(query, offset, limit).stream().map(this::row).toList(), projects.count(query));
    }

    private LongTable.Row row(ProjectRow project) {
        var plan = project.firstPlan();
        var title = project.key() + " " + project.name();
        var href = plan != null && plan.draft() != null
                ? PlanNavigation.draftHref(plan.draft())
                : PlanNavigation.projectHref(project.key());
        return LongTable.Row.of(
                project.id().value(),
                Cell.link(href, title, project.manages() ? getTranslation("projects.manages") : ""),
                state(project),
                Cell.of(Written.date(project.finish(), getLocale())));
    }

    private Cell state(ProjectRow project) {
        var plan = project.firstPlan();
        if (plan == null) {
            return Cell.badge(Tone.OK, "✓", getTranslation("projects.state.baseline", project.baselineNumber()), "");
        }
        return switch (plan.state()) {
            case SUBMITTED -> Cell.badge(Tone.WARN, "⧗", getTranslation("projects.state.waiting"), "");
            case QUESTIONED -> Cell.badge(Tone.WARN, "?", getTranslation("projects.state.questioned"), "");
            case OPEN, CLOSED ->
                plan.begun()
                        ? Cell.badge(Tone.INFO, "✎", getTranslation("projects.state.inWork"), "")
                        : Cell.badge(Tone.NEUTRAL, "○", getTranslation("projects.state.noPlan"), "");
        };
    }

    private boolean opens() {
        return viewer.get().is(Role.PROJECT_MANAGER);
    }

    private Div none() {
        return opens()
                ? Kit.empty(getTranslation("projects.none"), getTranslation("projects.none.text"), create())
                : Kit.empty(getTranslation("projects.none"), getTranslation("projects.none.reader"));
    }

    private Button create() {
        var create = new Button(
                getTranslation("projects.create"),
                click -> new ProjectForm(projects, areas.all(), texts, viewer.get(), clock).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    /** A search can be linked to, and stays when one comes back. */
    private void remember(String query) {
        var parameters =
                TypedText.showsNothing(query) ? QueryParameters.empty() : QueryParameters.simple(Map.of(QUERY, query));
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(PlanNavigation.projectsHref(), parameters));
    }
}
