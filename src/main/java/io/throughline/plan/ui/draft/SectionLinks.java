package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftId;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.util.EnumMap;
import java.util.Map;

/** The sections of the editor, with how much stands in each. */
class SectionLinks extends Composite<Nav> {

    private final Map<DraftSection, Anchor> links = new EnumMap<>(DraftSection.class);

    SectionLinks(DraftId draft) {
        getContent().addClassName("draft-sections");
        getContent().setAriaLabel(getTranslation("draft.sections"));
        for (var section : DraftSection.values()) {
            var link = Kit.link(PlanNavigation.draftHref(draft, section), "");
            links.put(section, link);
            getContent().add(link);
        }
    }

    void show(DraftDetail view, DraftSection here) {
        links.forEach((section, link) -> {
            int count = count(view, section);
            link.setText(Labels.of(this, section) + (count < 0 ? "" : " " + count));
            if (section == here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static int count(DraftDetail view, DraftSection section) {
        var plan = view.content();
        return switch (section) {
            case SCOPE -> plan.requirementsInScope().size();
            case STAGES -> plan.stages().size();
            case SCHEDULE -> plan.tasks().size() + plan.milestones().size();
            case BUDGET -> plan.grades().size() + plan.budgetLines().size();
            case DELIVERABLES -> plan.deliverables().size();
            case SETTINGS, PEOPLE -> -1;
        };
    }
}
