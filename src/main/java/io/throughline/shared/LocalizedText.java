package io.throughline.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A text in one or more languages, keyed by ISO 639 code ("en", "de").
 *
 * @param texts at least one entry; entries keep the order of their codes, so that equal texts serialise equally
 */
public record LocalizedText(Map<String, String> texts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    public static LocalizedText of(Locale locale, String text) {
        return new LocalizedText(Map.of(locale.getLanguage(), text));
    }

    public static LocalizedText en(String text) {
        return of(Locale.ENGLISH, text);
    }

    @JsonValue
    Map<String, String> json() {
        return texts;
    }

    /** The text in this language, else in English, else in whichever language it has; empty if it has none. */
    public String in(Locale locale) {
        return Stream.concat(Stream.of(locale.getLanguage(), "en"), texts.keySet().stream())
                .map(language -> texts.getOrDefault(language, ""))
                .filter(text -> !TypedText.showsNothing(text))
                .findFirst()
                .orElse("");
    }

    public LocalizedText with(Locale locale, String text) {
        var copy = new TreeMap<>(texts);
        copy.put(locale.getLanguage(), text);
        return new LocalizedText(copy);
    }

    public boolean isBlank() {
        return texts.values().stream().allMatch(TypedText::showsNothing);
    }
}
