package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many submitted responses of each segment asked are enough; empty for no limit. */
class QuotaFields extends Composite<Div> {

    private final Map<String, QuotaField> fields = new LinkedHashMap<>();
    private final Div row = Kit.row();
    private final Details details;

    QuotaFields() {
        details = new Details(
                getTranslation("surveys.quota"), Kit.stack(Kit.dim(getTranslation("surveys.quota.text")), row));
        getContent().add(details);
    }

    /** Keeps what was typed for segments that stay. */
    void show(Set<String> segments) {
        fields.keySet().retainAll(segments);
        segments.stream().sorted().forEach(segment -> fields.computeIfAbsent(segment, QuotaField::new));
        row.removeAll();
        fields.values().forEach(row::add);
        details.setVisible(!fields.isEmpty());
    }

    /** Whether each is a number that will do, or empty; otherwise the first that isn't gets the focus. */
    boolean isValid() {
        var wrong = fields.values().stream().filter(QuotaField::isInvalid).findFirst();
        wrong.ifPresent(field -> {
            details.setOpened(true);
            field.focus();
        });
        return wrong.isEmpty();
    }

    /** By segment; those left empty have none. */
    Map<String, Integer> quotas() {
        return fields.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getValue()));
    }
}
