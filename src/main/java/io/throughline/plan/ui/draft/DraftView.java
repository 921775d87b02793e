package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.plan.DraftId;
import io.throughline.plan.Drafts.View;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.shared.Ids;
import io.throughline.shared.ui.Kit;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** A plan in work, section by section: the first plan of a project, or the changed copy of a baseline. */
@Route("drafts/:draft([0-9a-fA-F-]{36})/:section?(scope|stages|schedule|budget|deliverables|settings|people)")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class DraftView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DraftServices services;
    private final Div section = Kit.div("draft-section");
    private @Nullable DraftDesk desk;
    private @Nullable DraftHead head;
    private @Nullable SectionLinks links;
    private @Nullable Part part;
    private @Nullable DraftSection shown;
    private String title = "";

    DraftView(DraftServices services) {
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var id = new DraftId(Ids.parse(parameters.get("draft").orElse("")));
        var wanted = DraftSection.at(parameters.get("section").orElse(""));
        if (desk == null || !desk.id().equals(id)) {
            build(id);
        }
        if (wanted != shown) {
            shown = wanted;
            part = part(desk, wanted);
            section.removeAll();
            section.add(part);
        }
        desk.refresh();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("item")
                .map(Ids::parse)
                .ifPresent(part::open);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void build(DraftId id) {
        desk = new DraftDesk(services, id, this::show);
        head = new DraftHead(desk);
        links = new SectionLinks(id);
        shown = null;
        getContent().removeAll();
        getContent().addClassName("draft");
        getContent().add(head, links, section);
    }

    private void show(View view) {
        title = getTranslation("draft.title", view.content().header().name());
        if (head != null && links != null && part != null && shown != null) {
            head.show(view);
            links.show(view, shown);
            part.show(view);
        }
    }

    private static Part part(DraftDesk desk, DraftSection section) {
        return switch (section) {
            case SCOPE -> new ScopePart(desk);
            case STAGES -> new StagesPart(desk);
            case SCHEDULE -> new SchedulePart(desk);
            case BUDGET -> new BudgetPart(desk);
            case DELIVERABLES -> new DeliverablesPart(desk);
            case SETTINGS -> new SettingsPart(desk);
            case PEOPLE -> new PeoplePart(desk);
        };
    }
}
