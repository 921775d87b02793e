package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.plan.Baselines;
import io.throughline.plan.Baselines.Info;
import io.throughline.plan.Baselines.Item;
import io.throughline.plan.Projects;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import jakarta.annotation.security.RolesAllowed;

/** A project as its baseline in force says. */
@Route("projects/:key")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class ProjectView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient Baselines baselines;
    private String title = "";

    ProjectView(Projects projects, Baselines baselines) {
        this.projects = projects;
        this.baselines = baselines;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var project = projects.byKey(event.getRouteParameters().get("key").orElse(""));
        title = project.name();
        getContent().removeAll();
        getContent().add(new PageHeader(title).above(Kit.dim(project.key())));
        baselines
                .inForce(project.id())
                .ifPresentOrElse(
                        this::show,
                        () -> getContent()
                                .add(Kit.empty(
                                        getTranslation("projects.unapproved"),
                                        getTranslation("projects.unapproved.text"))));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Info baseline) {
        var figures = new Kpis()
                .add(
                        getTranslation("projects.baseline"),
                        String.valueOf(baseline.number()),
                        baseline.hash().substring(0, 8),
                        Tone.NEUTRAL)
                .add(getTranslation("projects.start"), baseline.start().toString(), "", Tone.NEUTRAL)
                .add(getTranslation("projects.finish"), baseline.finish().toString(), "", Tone.NEUTRAL);
        var cost = baseline.cost();
        if (cost != null) {
            figures.add(getTranslation("projects.cost"), cost.toString(), "", Tone.NEUTRAL);
        }
        getContent().add(figures);
        getContent()
                .add(Kit.card(new DataTable<Item>(getTranslation("projects.schedule"))
                        .column(getTranslation("projects.kind"), Item::kind)
                        .column(getTranslation("projects.start"), item -> text(item.start()))
                        .column(getTranslation("projects.finish"), item -> text(item.finish()))
                        .rows(baselines.items(baseline.id()).stream()
                                .filter(item -> item.start() != null)
                                .toList())));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
