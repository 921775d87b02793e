package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.backlog.Backlog;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An area's requirements in rank order, and the one chosen beside them. */
@Route("backlog/:area?([0-9a-fA-F-]{36})/:requirement?([0-9a-fA-F-]{36})")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class BacklogView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Areas areas;
    private final transient Backlog backlog;
    private final transient BacklogServices services;
    private final boolean edits;
    private final Span announcement = new Span();
    private @Nullable AreaId shown;
    private transient @Nullable RankedList list;
    private final Div detail = Kit.div("bl-detail");

    BacklogView(Areas areas, Backlog backlog, BacklogServices services, CurrentViewer viewer) {
        this.areas = areas;
        this.backlog = backlog;
        this.services = services;
        this.edits = viewer.get().is(Role.PROJECT_MANAGER);
        announcement.addClassName("tl-visually-hidden");
        announcement.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var all = areas.all();
        var parameters = event.getRouteParameters();
        var area = parameters.get("area").map(AreaId::parse);
        if (all.isEmpty()) {
            getContent().removeAll();
            getContent().add(new PageHeader(getTranslation("backlog.title")), nothing());
            return;
        }
        var current = areas.area(area.orElse(all.getFirst().id()));
        if (!current.id().equals(shown) || list == null) {
            show(all, current);
        }
        var requirement = parameters.get("requirement").map(RequirementId::parse);
        detail(current, requirement);
    }

    private void show(List<Areas.Row> all, Areas.Row area) {
        shown = area.id();
        var ranked = new RankedList(
                (offset, limit) -> backlog.page(area.id(), offset, limit),
                () -> backlog.count(area.id()),
                row -> BacklogNavigation.navigateToRequirement(area.id(), row.id()));
        if (edits) {
            ranked.movable(this::move);
        }
        list = ranked;
        Component rows = area.open() == 0
                ? Kit.empty(getTranslation("backlog.area.empty"), getTranslation("backlog.area.empty.text"))
                : ranked;
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(area.name())
                                .above(new Span(getTranslation("backlog.title")))
                                .below(formula(area))
                                .actions(actions(all, area)),
                        announcement,
                        Kit.columns(Kit.card(rows), detail));
    }

    private Component formula(Areas.Row area) {
        var line = Kit.row(
                new Span(getTranslation("backlog.ranked", area.open())),
                new Span(getTranslation(
                        "backlog.method",
                        getTranslation("backlog.method." + area.method().name()),
                        area.method().version(),
                        area.method().formula())));
        int waiting = services.triage().countWaiting();
        if (waiting > 0) {
            line.add(Kit.link(BacklogNavigation.TRIAGE, getTranslation("backlog.triage.waiting", waiting)));
        }
        return line;
    }

    private Component[] actions(List<Areas.Row> all, Areas.Row area) {
        var choice = new Select<Areas.Row>();
        choice.setAriaLabel(getTranslation("backlog.area"));
        choice.setItems(all);
        choice.setItemLabelGenerator(Areas.Row::name);
        all.stream().filter(a -> a.id().equals(area.id())).findFirst().ifPresent(choice::setValue);
        choice.addValueChangeListener(
                change -> BacklogNavigation.navigateToArea(change.getValue().id()));
        var export = new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    var bytes = backlog.csv(area.id(), getLocale()).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), "backlog.csv", "text/csv;charset=utf-8", bytes.length);
                }),
                getTranslation("action.export"));
        if (!edits) {
            return new Component[] {choice, export};
        }
        var create = new Button(
                getTranslation("backlog.requirement.new"),
                click -> RequirementForm.create(content -> {
                    var id = services.requirements().create(area.id(), content, List.of());
                    shown = null;
                    BacklogNavigation.navigateToRequirement(area.id(), id);
                }));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var newArea = new Button(getTranslation("backlog.area.new"), click -> newArea());
        var method = new Button(
                getTranslation("backlog.method.change"),
                click -> new FormulaDialog(area.method(), changed -> {
                            areas.rankBy(area.id(), area.version(), changed);
                            shown = null;
                            BacklogNavigation.navigateToArea(area.id());
                            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                        })
                        .open());
        var results = Kit.link(BacklogNavigation.FROM_RESULTS, getTranslation("backlog.fromResults"));
        return new Component[] {choice, create, newArea, method, results, export};
    }

    private void detail(Areas.Row area, Optional<RequirementId> requirement) {
        detail.removeAll();
        if (list != null) {
            list.choose(requirement.orElse(null));
        }
        requirement.ifPresentOrElse(
                id -> detail.add(new RequirementPanel(services, id, edits, this::changed)),
                () -> detail.add(Kit.card(Kit.dim(getTranslation("backlog.choose", area.open())))));
    }

    private void move(RequirementId requirement, int rank) {
        new MoveDialog(services, requirement, rank, this::changed).open();
    }

    /** Something about the chosen requirement changed: says so, reads list and panel again. */
    private void changed(String announced) {
        announcement.setText(announced);
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        if (list != null) {
            list.refresh();
        }
    }

    private Component nothing() {
        var title = getTranslation("backlog.empty");
        var text = getTranslation("backlog.empty.text");
        return edits
                ? Kit.empty(title, text, new Button(getTranslation("backlog.area.new"), click -> newArea()))
                : Kit.empty(title, text);
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
