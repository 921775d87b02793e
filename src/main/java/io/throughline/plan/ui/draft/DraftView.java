package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftId;
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
        var at = desk != null && desk.id().equals(id) ? desk : build(id);
        var open = part != null && wanted == shown ? part : show(at, wanted);
        at.refresh();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("item")
                .map(Ids::parse)
                .ifPresent(open::open);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private DraftDesk build(DraftId id) {
        var made = new DraftDesk(services, id, this::show);
        var top = new DraftHead(made);
        var sections = new SectionLinks(id);
        desk = made;
        head = top;
        links = sections;
        shown = null;
        getContent().removeAll();
        getContent().addClassName("draft");
        getContent().add(top, new LeftForms(made), sections, section);
        return made;
    }

    private Part show(DraftDesk at, DraftSection wanted) {
        var opened = part(at, wanted);
        shown = wanted;
        part = opened;
        section.removeAll();
        section.add(opened);
        return opened;
    }

    private void show(DraftDetail view) {
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
