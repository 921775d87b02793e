package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.plan.Projects;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;

/** The projects the viewer may read. */
@Route("projects")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class ProjectsView extends Composite<Div> implements HasDynamicTitle {

    private static final int SHOWN = 200;

    ProjectsView(Projects projects) {
        var rows = projects.list("", 0, SHOWN);
        getContent().add(new PageHeader(getPageTitle()));
        getContent()
                .add(
                        rows.isEmpty()
                                ? Kit.empty(getTranslation("projects.none"), getTranslation("projects.none.text"))
                                : Kit.card(new DataTable<Projects.Row>(getPageTitle())
                                        .components(
                                                getTranslation("projects.project"),
                                                row -> Kit.link("projects/" + row.key(), row.key() + " " + row.name()))
                                        .numbers(
                                                getTranslation("projects.baseline"),
                                                row -> String.valueOf(row.baselineNumber()))
                                        .column(
                                                getTranslation("projects.finish"),
                                                row -> row.finish() == null
                                                        ? "–"
                                                        : row.finish().toString())
                                        .rows(rows)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("projects.heading");
    }
}
