package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.priority.Credibility;
import io.throughline.backlog.priority.Field;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Shows the formula an area is ranked by, and lets project managers choose another. */
class FormulaDialog extends Dialog {

    private final Map<Field, NumberField> weights = new EnumMap<>(Field.class);

    FormulaDialog(PriorityMethod current, boolean edits, Consumer<PriorityMethod> act) {
        setHeaderTitle(getTranslation("backlog.method.change"));
        setWidth("min(620px, 94vw)");
        var own = current instanceof PriorityMethod.Weighted weighted
                ? weighted
                : new PriorityMethod.Weighted(Map.of(Field.IS_RATING, 1.0));
        var choice = new RadioButtonGroup<PriorityMethod>(getTranslation("backlog.method.label"));
        choice.setItems(List.of(
                new PriorityMethod.IsRating(),
                new PriorityMethod.PointsShare(),
                new PriorityMethod.Rice(),
                new PriorityMethod.Wsjf(),
                own));
        choice.setItemLabelGenerator(m -> getTranslation("backlog.method." + m.name())
                + (m instanceof PriorityMethod.Weighted ? "" : " · " + m.formula()));
        choice.setValue(current);
        var fields = weights(own);
        fields.setVisible(current instanceof PriorityMethod.Weighted);
        choice.addValueChangeListener(
                change -> fields.setVisible(change.getValue() instanceof PriorityMethod.Weighted));
        var rule = EvidenceFigures.CREDIBILITY;
        add(Kit.stack(
                choice,
                fields,
                Kit.dim(getTranslation("backlog.method.note")),
                Kit.dim(getTranslation(
                        "backlog.credibility", rule.fullPeople(), rule.fullOrganisations(), Credibility.VERSION))));
        var go = new Button(getTranslation("backlog.method.apply"), click -> {
            act.accept(choice.getValue() instanceof PriorityMethod.Weighted ? weighted() : choice.getValue());
            close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        if (edits) {
            getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
        } else {
            choice.setReadOnly(true);
            weights.values().forEach(weight -> weight.setReadOnly(true));
            getFooter().add(new Button(getTranslation("action.close"), click -> close()));
        }
    }

    private Div weights(PriorityMethod.Weighted current) {
        var all = Kit.row();
        for (var field : Field.values()) {
            var weight = new NumberField(Labels.of(this, field));
            weight.setValue(current.weights().getOrDefault(field, 0.0));
            weights.put(field, weight);
            all.add(weight);
        }
        return all;
    }

    private PriorityMethod weighted() {
        var chosen = new EnumMap<Field, Double>(Field.class);
        weights.forEach((field, input) -> {
            if (input.getValue() != null) {
                chosen.put(field, input.getValue());
            }
        });
        return new PriorityMethod.Weighted(chosen);
    }
}
