package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.select.Select;
import io.throughline.plan.content.PlanItem;
import io.throughline.shared.Id;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one of the plan's items.
 *
 * @param <P> their kind
 */
class ItemSelect<P extends PlanItem> extends Select<P> {

    /** @param mayBeNone whether it may stay empty */
    ItemSelect(String label, List<P> items, @Nullable Id chosen, boolean mayBeNone) {
        setLabel(label);
        setItems(items);
        setItemLabelGenerator(item -> item == null ? "–" : item.title());
        setEmptySelectionAllowed(mayBeNone);
        setEmptySelectionCaption("–");
        setWidthFull();
        items.stream().filter(item -> item.id().equals(chosen)).findFirst().ifPresent(this::setValue);
    }

    Optional<P> chosen() {
        return Optional.ofNullable(getValue());
    }
}
