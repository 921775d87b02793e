package io.throughline.survey.ui.condition;

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
import java.util.function.Function;
import java.util.function.Supplier;

/** When something is asked, as a sentence, and the dialog that changes it. */
public class ConditionEditor extends Composite<Div> {

    private final transient Supplier<SurveyContent> content;
    private final transient Consumer<Condition> store;
    private final Span said = new Span();
    private final Button change = new Button();
    private Condition condition;

    /**
     * @param name of what it is about, for who doesn't see where it stands
     * @param content as it is by now: questions and their items are still being written
     * @param earlier the questions of it that can be looked back at
     */
    public ConditionEditor(
            String name,
            Condition condition,
            Supplier<SurveyContent> content,
            Function<SurveyContent, List<Entry>> earlier,
            Consumer<Condition> store) {
        this.content = content;
        this.store = store;
        this.condition = condition;
        change.addClickListener(click ->
                new ConditionDialog(name, this.condition, earlier.apply(content.get()), words(), this::store).open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("surveys.if.change.label", name));
        change.setVisible(!earlier.apply(content.get()).isEmpty() || !condition.isAlways());
        getContent().addClassNames("tl-row", "survey-condition");
        getContent().add(said, change);
        show();
    }

    private ConditionWords words() {
        return new ConditionWords(this, getLocale(), content.get());
    }

    private void show() {
        said.setText(words().sentence(condition));
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
