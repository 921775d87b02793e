package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Condition;
import java.util.List;
import java.util.function.Consumer;

/** When something is asked, as a sentence, and the dialog that changes it. */
class ConditionEditor extends Composite<Div> {

    private final ConditionWords words;
    private final transient Consumer<Condition> store;
    private final Span said = new Span();
    private final Button change = new Button();
    private Condition condition;

    /**
     * @param name of what it is about, for who doesn't see where it stands
     * @param earlier the questions it can look back at
     */
    ConditionEditor(
            String name, Condition condition, List<Entry> earlier, SurveyContent content, Consumer<Condition> store) {
        this.words = new ConditionWords(this, getLocale(), content);
        this.store = store;
        this.condition = condition;
        var lookedAt = List.copyOf(earlier);
        change.addClickListener(
                click -> new ConditionDialog(name, this.condition, lookedAt, words, this::store).open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("surveys.if.change.label", name));
        change.setVisible(!earlier.isEmpty() || !condition.isAlways());
        getContent().addClassNames("tl-row", "survey-condition");
        getContent().add(said, change);
        show();
    }

    private void show() {
        said.setText(words.sentence(condition));
        said.setClassName("tl-dim", condition.isAlways());
        change.setText(getTranslation(condition.isAlways() ? "surveys.if.add" : "surveys.if.change"));
    }

    private void store(Condition chosen) {
        condition = chosen;
        show();
        store.accept(chosen);
        change.focus();
    }
}
