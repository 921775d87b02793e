package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Which k matter most, and how satisfied with each. */
class ImportanceField extends Composite<Div> {

    private final ImportanceSatisfaction question;
    private final Consumer<ImportanceSatisfaction.Answer> given;
    private final List<String> named;
    private final Map<String, Integer> satisfaction;
    private final Span count = new Span();
    private final Checkbox none = new Checkbox();

    ImportanceField(
            ImportanceSatisfaction question,
            ImportanceSatisfaction.Answer answer,
            Locale locale,
            Consumer<ImportanceSatisfaction.Answer> given) {
        this.question = question;
        this.given = given;
        named = new ArrayList<>(answer.mattersMost());
        satisfaction = new LinkedHashMap<>(answer.satisfaction());
        count.getElement().setAttribute("role", "status");
        getContent().addClassName("tl-stack");
        getContent().add(count);
        question.items().forEach(item -> getContent().add(row(item, locale)));
        none.setLabel(getTranslation("answer.none"));
        none.setValue(answer.none());
        none.addValueChangeListener(change -> tell());
        getContent().add(none);
        showCount();
    }

    private Div row(Item item, Locale locale) {
        var text = item.text().in(locale);
        var matters = new Checkbox(text, named.contains(item.key()));
        matters.addValueChangeListener(change -> {
            named.remove(item.key());
            if (change.getValue()) {
                named.add(item.key());
            }
            tell();
        });
        var rating = new Select<Integer>();
        rating.setAriaLabel(getTranslation("answer.satisfied", text));
        rating.setItems(
                IntStream.rangeClosed(0, ImportanceSatisfaction.SCALE).boxed().toList());
        rating.setItemLabelGenerator(value -> getTranslation("answer.satisfaction." + value));
        rating.setValue(satisfaction.getOrDefault(item.key(), 0));
        rating.addValueChangeListener(change -> {
            if (change.getValue() == 0) {
                satisfaction.remove(item.key());
            } else {
                satisfaction.put(item.key(), change.getValue());
            }
            tell();
        });
        return Kit.div("survey-item", matters, rating);
    }

    private void tell() {
        showCount();
        given.accept(new ImportanceSatisfaction.Answer(named, none.getValue(), satisfaction));
    }

    private void showCount() {
        count.setText(getTranslation("answer.named", named.size(), question.choose()));
    }
}
