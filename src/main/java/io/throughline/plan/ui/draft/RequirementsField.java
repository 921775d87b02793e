package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses among the requirements in scope; what was chosen and is out of scope by now stays. */
class RequirementsField extends MultiSelectComboBox<ScopeItem> {

    RequirementsField(String label, PlanContent plan, Set<RequirementRef> chosen) {
        super(label);
        var possible = plan.scope().stream()
                .filter(item -> item.inScope() || chosen.contains(item.requirement()))
                .toList();
        setItems(possible);
        setItemLabelGenerator(ScopeItem::title);
        setWidthFull();
        setValue(possible.stream()
                .filter(item -> chosen.contains(item.requirement()))
                .collect(Collectors.toSet()));
        if (possible.isEmpty()) {
            setHelperText(getTranslation("draft.requirements.none"));
        }
    }

    Set<RequirementRef> refs() {
        return getValue().stream().map(ScopeItem::requirement).collect(Collectors.toSet());
    }
}
