package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.throughline.survey.question.OwnWords;
import java.util.Locale;
import java.util.function.Consumer;

/** A need in the person's own words. */
class WordsField extends Composite<TextArea> {

    private static final int PAUSE_IN_MILLIS = 800;

    WordsField(OwnWords question, OwnWords.Answer answer, Locale locale, Consumer<OwnWords.Answer> given) {
        var area = getContent();
        area.setLabel(question.title().in(locale));
        area.setWidthFull();
        area.setMinHeight("10em");
        area.setMaxLength(OwnWords.MAX_LENGTH);
        area.setValue(answer.words());
        area.setValueChangeMode(ValueChangeMode.TIMEOUT);
        area.setValueChangeTimeout(PAUSE_IN_MILLIS);
        area.addValueChangeListener(change -> given.accept(new OwnWords.Answer(change.getValue())));
    }
}
