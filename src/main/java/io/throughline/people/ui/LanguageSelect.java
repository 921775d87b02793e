package io.throughline.people.ui;

import com.vaadin.flow.component.select.Select;
import io.throughline.shared.i18n.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the portal's languages, each by its own name. */
class LanguageSelect extends Select<Locale> {

    LanguageSelect() {
        setLabel(getTranslation("people.profile.language"));
        setItems(Texts.LANGUAGES);
        setItemLabelGenerator(language -> language.getDisplayLanguage(language));
    }

    /** @return null where the portal doesn't speak it */
    static @Nullable Locale spoken(String tag) {
        var language = Locale.forLanguageTag(tag);
        return Texts.LANGUAGES.contains(language) ? language : null;
    }
}
