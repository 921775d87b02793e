package io.throughline.survey.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import java.util.Locale;
import java.util.function.Consumer;

/** One text in every language of the portal, side by side. */
class TextPair extends Composite<Div> {

    private static final int LONGEST = 2_000;

    private LocalizedText text;

    TextPair(String label, LocalizedText text, boolean area, Consumer<LocalizedText> changed) {
        this.text = text;
        getContent().addClassName("survey-pair");
        for (var language : Texts.LANGUAGES) {
            getContent().add(Kit.div("tl-grow", field(label, language, area, changed)));
        }
    }

    private AbstractField<?, String> field(
            String label, Locale language, boolean area, Consumer<LocalizedText> changed) {
        var name = label + " (" + language.getDisplayLanguage(getLocale()) + ")";
        AbstractField<?, String> field;
        if (area) {
            var lines = new TextArea(name);
            lines.setMaxLength(LONGEST);
            field = lines;
        } else {
            var line = new TextField(name);
            line.setMaxLength(LONGEST);
            field = line;
        }
        ((HasSize) field).setWidthFull();
        field.getElement().setAttribute("lang", language.getLanguage());
        field.setValue(text.texts().getOrDefault(language.getLanguage(), ""));
        field.addValueChangeListener(change -> {
            text = text.with(language, change.getValue());
            changed.accept(text);
        });
        return field;
    }
}
