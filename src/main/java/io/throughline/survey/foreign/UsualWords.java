package io.throughline.survey.foreign;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the tools say themselves, in each language they are used in, and a file therefore doesn't. */
enum UsualWords {
    YES("Yes", "Ja"),
    NO("No", "Nein"),
    UNCERTAIN("Uncertain", "Unsicher"),
    INCREASE("Increase", "Mehr"),
    SAME("Same", "Gleich"),
    DECREASE("Decrease", "Weniger"),
    FEMALE("Female", "Weiblich"),
    MALE("Male", "Männlich"),
    NONE("None", "Nichts davon"),
    REFUSED("Refuse to answer", "Keine Angabe"),
    DONT_KNOW("Don't know", "Weiß nicht");

    private final Map<String, String> words;

    UsualWords(String english, String german) {
        words = Map.of("en", english, "de", german);
    }

    /** In those of these languages that are known; in English where none is, so that the draft says what is missing. */
    Map<String, String> in(Collection<String> languages) {
        var said = new TreeMap<>(words);
        said.keySet().retainAll(languages);
        return said.isEmpty() ? Map.of("en", words.getOrDefault("en", "")) : said;
    }
}
