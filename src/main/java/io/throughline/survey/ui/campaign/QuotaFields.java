package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Campaigns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many submitted responses of each segment asked are enough; empty for no limit. */
class QuotaFields extends Composite<Div> {

    private final Map<String, IntegerField> fields = new LinkedHashMap<>();
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
        segments.stream().sorted().forEach(segment -> fields.computeIfAbsent(segment, this::field));
        row.removeAll();
        fields.values().forEach(row::add);
        details.setVisible(!fields.isEmpty());
    }

    private IntegerField field(String segment) {
        var field = new IntegerField(segment);
        field.setMin(1);
        field.setMax(Campaigns.LARGEST_QUOTA);
        field.setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(wrong())
                .setMinErrorMessage(wrong())
                .setMaxErrorMessage(wrong()));
        field.setClearButtonVisible(true);
        return field;
    }

    private String wrong() {
        return getTranslation("surveys.quota.wrong", 1, Campaigns.LARGEST_QUOTA);
    }

    /** Whether each is a number that will do, or empty; otherwise the first that isn't gets the focus. */
    boolean isValid() {
        var wrong = fields.values().stream().filter(IntegerField::isInvalid).findFirst();
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
