package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.CriterionId;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import java.util.ArrayList;
import java.util.List;

/** Quality criteria, one line each: what must be true of a deliverable to be accepted. */
class CriteriaField extends Composite<FieldSet> {

    private static final int LONGEST = 500;

    private record Line(CriterionId id, TextField text, Button remove, Div all) {}

    private final transient List<Line> lines = new ArrayList<>();
    private final Div place = Kit.stack();
    private final Button add = new Button();

    CriteriaField(List<Criterion> criteria) {
        add.setText("+ " + getTranslation("draft.criterion.add"));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClickListener(click -> line(CriterionId.next(), "").focus());
        getContent().setLegendText(getTranslation("draft.criteria"));
        getContent().addClassName("draft-links");
        getContent().add(place, add);
        criteria.forEach(criterion -> line(criterion.id(), criterion.text()));
        if (criteria.isEmpty()) {
            line(CriterionId.next(), "");
        }
    }

    /** Empty lines say nothing. */
    List<Criterion> criteria() {
        return lines.stream()
                .filter(line -> !TypedText.showsNothing(line.text().getValue()))
                .map(line -> new Criterion(line.id(), line.text().getValue().strip()))
                .toList();
    }

    private TextField line(CriterionId id, String value) {
        var text = new TextField();
        text.setMaxLength(LONGEST);
        text.setValue(value);
        var remove = new Button("×");
        var line = new Line(id, text, remove, Kit.div("draft-line", text, remove));
        remove.addClickListener(click -> {
            lines.remove(line);
            place.remove(line.all());
            number();
            add.focus();
        });
        lines.add(line);
        place.add(line.all());
        number();
        return text;
    }

    private void number() {
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            line.text().setLabel(getTranslation("draft.criterion", number));
            line.remove().setAriaLabel(getTranslation("draft.criterion.remove", number));
        }
    }
}
