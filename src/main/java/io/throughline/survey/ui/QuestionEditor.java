package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One question of a draft: its texts, its items as lines, and what is still missing. */
class QuestionEditor extends Composite<Div> {

    /** What can be done with a question as a whole. */
    interface Moves {
        void up();

        void down();

        void remove();
    }

    private final transient Texts texts;
    private final transient Consumer<Question> changed;
    private final Div defects = new Div();
    private final Button up = new Button("↑");
    private transient Question question;

    QuestionEditor(int number, Question question, Texts texts, Consumer<Question> changed, Moves moves) {
        this.question = question;
        this.texts = texts;
        this.changed = changed;
        var type = getTranslation(key(question));
        defects.getElement().setAttribute("role", "status");
        var card = Kit.card(getTranslation("surveys.design.question", number, type));
        card.add(Kit.stack(
                actions(number, moves),
                new TextPair(
                        getTranslation("surveys.design.text"),
                        question.title(),
                        false,
                        text -> change(text, this.question.help(), this.question.required(), this.question.items())),
                new TextPair(
                        getTranslation("surveys.design.help"),
                        question.help(),
                        false,
                        text -> change(this.question.title(), text, this.question.required(), this.question.items()))));
        if (!(question instanceof OwnWords)) {
            card.add(items());
        }
        card.add(Kit.row(required(), choose()), defects);
        getContent().add(card);
        showDefects();
    }

    /** The translation key of a type's name; with {@code .text} of what it is for. */
    static String key(Question question) {
        return switch (question) {
            case ImportanceSatisfaction _ -> "surveys.type.importance";
            case Points _ -> "surveys.type.points";
            case OwnWords _ -> "surveys.type.words";
        };
    }

    void focusMove() {
        up.focus();
    }

    private Component actions(int number, Moves moves) {
        up.addClickListener(click -> moves.up());
        up.setAriaLabel(getTranslation("surveys.design.up", number));
        var down = new Button("↓", click -> moves.down());
        down.setAriaLabel(getTranslation("surveys.design.down", number));
        var remove = new Button(getTranslation("surveys.design.remove"), click -> moves.remove());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return Kit.row(up, down, remove);
    }

    private Component items() {
        var english = lines(Locale.ENGLISH);
        var german = lines(Locale.GERMAN);
        english.addValueChangeListener(change -> reread(english, german));
        german.addValueChangeListener(change -> reread(english, german));
        var pair = Kit.div("survey-pair", Kit.div("tl-grow", english), Kit.div("tl-grow", german));
        return Kit.stack(pair);
    }

    private TextArea lines(Locale language) {
        var lines = new TextArea(getTranslation("surveys.design.items", language.getDisplayLanguage(getLocale())));
        lines.setHelperText(getTranslation("surveys.design.items.help"));
        lines.setMinRows(4);
        lines.setWidthFull();
        lines.setValue(ItemLines.of(question.items(), language));
        return lines;
    }

    private void reread(TextArea english, TextArea german) {
        var items = ItemLines.parse(question.items(), english.getValue(), german.getValue());
        change(question.title(), question.help(), question.required(), items);
    }

    private Component required() {
        var required = new Checkbox(getTranslation("surveys.design.required"), question.required());
        required.addValueChangeListener(
                change -> change(question.title(), question.help(), change.getValue(), question.items()));
        return required;
    }

    private Component choose() {
        var field = new IntegerField(getTranslation("surveys.design.choose"));
        field.setMin(1);
        field.setStepButtonsVisible(true);
        if (question instanceof ImportanceSatisfaction importance) {
            field.setValue(importance.choose());
        } else {
            field.setVisible(false);
        }
        field.addValueChangeListener(change -> {
            var most = change.getValue();
            if (most != null && question instanceof ImportanceSatisfaction old) {
                give(new ImportanceSatisfaction(old.id(), old.title(), old.help(), old.required(), most, old.items()));
            }
        });
        return field;
    }

    private void change(LocalizedText title, LocalizedText help, boolean required, List<Item> items) {
        give(
                switch (question) {
                    case ImportanceSatisfaction one ->
                        new ImportanceSatisfaction(one.id(), title, help, required, one.choose(), items);
                    case Points one -> new Points(one.id(), title, help, required, items);
                    case OwnWords one -> new OwnWords(one.id(), title, help, required);
                });
    }

    private void give(Question edited) {
        question = edited;
        showDefects();
        changed.accept(edited);
    }

    private void showDefects() {
        defects.removeAll();
        if (question.defects().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("survey-defects");
        question.defects().stream()
                .map(defect ->
                        new DomainException(defect.code(), defect.arguments().toArray()))
                .map(defect -> new ListItem("! " + texts.of(defect, getLocale())))
                .forEach(list::add);
        defects.add(list);
    }
}
