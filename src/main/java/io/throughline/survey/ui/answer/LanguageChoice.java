package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One of several languages, each called as those who speak it call it. */
public class LanguageChoice extends Composite<Select<Locale>> {

    /** @param chosen hears what a person chose */
    public LanguageChoice(List<Locale> languages, Locale now, Consumer<Locale> chosen) {
        var select = getContent();
        select.addClassName("answer-language");
        select.setAriaLabel(getTranslation("answer.language"));
        select.setItems(languages);
        select.setItemLabelGenerator(one -> one.getDisplayLanguage(one));
        languages.stream()
                .filter(one -> one.getLanguage().equals(now.getLanguage()))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }
}
