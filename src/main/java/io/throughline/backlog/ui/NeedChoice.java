package io.throughline.backlog.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.Needs;

/** Finds a need by its key or words. */
final class NeedChoice {

    private NeedChoice() {}

    static ComboBox<NeedSummary> of(Needs needs, String label) {
        var choice = new ComboBox<NeedSummary>(label);
        var locale = UI.getCurrent().getLocale();
        choice.setItems(query -> {
            int from = query.getOffset();
            return needs.find(query.getFilter().orElse(""), from + query.getLimit()).stream()
                    .skip(from)
                    .limit(query.getLimit());
        });
        choice.setItemLabelGenerator(n -> n.key() + " " + n.title().in(locale));
        choice.setWidthFull();
        return choice;
    }
}
