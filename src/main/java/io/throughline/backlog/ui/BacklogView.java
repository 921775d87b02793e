package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.AreaRow;
import io.throughline.backlog.Areas;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An area's requirements in rank order, and the one chosen beside them. */
@Route("backlog/:area?([0-9a-fA-F-]{36})/:requirement?([0-9a-fA-F-]{36})")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class BacklogView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Areas areas;
    private final transient BacklogServices services;
    private final boolean edits;
    private final Span announcement = new Span();
    private final Div detail = Kit.div("bl-detail");
    private final Div facts = new Div();
    private BacklogFilter filter = BacklogFilter.NONE;
    private @Nullable AreaRow area;
    private @Nullable ListPart list;
    private @Nullable RequirementId chosen;

    BacklogView(Areas areas, BacklogServices services, CurrentViewer viewer) {
        this.areas = areas;
        this.services = services;
        this.edits = viewer.get().is(Role.PROJECT_MANAGER);
        announcement.addClassName("tl-visually-hidden");
        announcement.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("bl-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var all = areas.all();
        if (all.isEmpty()) {
            getContent().removeAll();
            getContent().add(new PageHeader(getTranslation("backlog.title")), nothing());
            return;
        }
        var parameters = event.getRouteParameters();
        var wanted =
                parameters.get("area").map(AreaId::parse).orElse(all.getFirst().id());
        var current =
                all.stream().filter(row -> row.id().equals(wanted)).findFirst().orElseThrow(DomainException::notFound);
        filter = BacklogQuery.read(event.getLocation());
        if (!current.equals(area) || list == null) {
            show(all, current);
        }
        if (list != null) {
            list.show(filter);
        }
        detail(parameters.get("requirement").map(RequirementId::parse).orElse(null));
    }

    private void show(List<AreaRow> all, AreaRow current) {
        area = current;
        facts(current);
        // Where everything is done or declined, nothing is ranked, and still there is much to find.
        boolean empty = services.search()
                .counts(current.id(), BacklogFilter.NONE)
                .states()
                .isEmpty();
        list = empty ? null : new ListPart(services, current.id(), edits, this::looked, this::move);
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(current.name())
                                .above(new Span(getTranslation("backlog.title")))
                                .below(facts)
                                .actions(new BacklogActions(
                                        all,
                                        current,
                                        edits,
                                        this::newRequirement,
                                        this::newArea,
                                        locale -> services.backlog().csv(current.id(), locale))),
                        announcement,
                        list == null
                                ? Kit.empty(
                                        getTranslation("backlog.area.empty"), getTranslation("backlog.area.empty.text"))
                                : Kit.div("bl-columns", list, detail));
    }

    private void facts(AreaRow current) {
        facts.removeAll();
        facts.add(new FormulaLine(current, services.triage().countWaiting(), this::formula));
    }

    /** A search is part of the address, so that it can be sent to others and survives a reload. */
    private void looked(BacklogFilter wanted) {
        filter = wanted;
        var current = area;
        if (current != null) {
            var path = chosen == null
                    ? BacklogNavigation.areaHref(current.id())
                    : BacklogNavigation.requirementHref(current.id(), chosen);
            UI.getCurrent().getPage().getHistory().replaceState(null, path + BacklogQuery.suffix(filter));
        }
    }

    private void detail(@Nullable RequirementId requirement) {
        chosen = requirement;
        getContent().setClassName("bl-chosen", requirement != null);
        detail.removeAll();
        if (list != null) {
            list.choose(requirement);
        }
        var current = area;
        if (requirement != null && current != null) {
            detail.add(
                    Kit.link(
                            BacklogNavigation.areaHref(current.id()) + BacklogQuery.suffix(filter),
                            getTranslation("backlog.back")),
                    new RequirementPanel(services, requirement, edits, this::changed));
        } else {
            detail.add(Kit.card(Kit.dim(getTranslation("backlog.choose"))));
        }
    }

    private void move(RequirementId moved, RequirementId target, int rank) {
        MoveDialog.dropped(services, moved, target, rank, this::changed).open();
    }

    /** Something about a requirement changed: says so, reads list and panel again, and keeps the focus near. */
    private void changed(String announced) {
        announcement.setText(announced);
        if (list != null && area != null) {
            area = areas.area(area.id());
            facts(area);
            list.refresh();
        }
        detail(chosen);
        detail.getChildren()
                .filter(RequirementPanel.class::isInstance)
                .findFirst()
                .ifPresent(panel -> ((RequirementPanel) panel).focus());
    }

    private void formula() {
        var current = area;
        if (current != null) {
            new FormulaDialog(current.method(), edits, changed -> {
                        areas.rankBy(current.id(), current.version(), changed);
                        UI.getCurrent().refreshCurrentRoute(true);
                    })
                    .open();
        }
    }

    private void newRequirement() {
        var current = area;
        if (current != null) {
            RequirementForm.create(content -> {
                        var id = services.requirements().create(current.id(), content, List.of());
                        BacklogNavigation.navigateToRequirement(current.id(), id);
                    })
                    .open();
        }
    }

    private Component nothing() {
        var title = getTranslation("backlog.empty");
        var text = getTranslation("backlog.empty.text");
        var actions = new ArrayList<Component>();
        if (edits) {
            actions.add(new Button(getTranslation("backlog.area.new"), click -> newArea()));
        }
        long waiting = services.triage().countWaiting();
        if (waiting > 0) {
            actions.add(Kit.link(BacklogNavigation.TRIAGE, getTranslation("backlog.triage.waiting", waiting)));
        }
        return Kit.empty(title, text, actions.toArray(Component[]::new));
    }

    private void newArea() {
        new NameDialog(
                        getTranslation("backlog.area.new"),
                        getTranslation("backlog.area.name"),
                        name -> BacklogNavigation.navigateToArea(areas.create(name)))
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("backlog.title");
    }
}
