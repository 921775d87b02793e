package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The languages of a survey of LimeSurvey and its texts in them: in tables of texts, or in the rows themselves in older files. */
final class LimeTexts {

    private final LimeTables tables;
    private final Sketch sketch;

    /** What each language here is called there: of two kinds of German the first is taken. */
    private final Map<String, String> dialects = new LinkedHashMap<>();

    private final String mother;

    LimeTexts(LimeTables tables, Map<String, String> survey, Sketch sketch) {
        this.tables = tables;
        this.sketch = sketch;
        var own = survey.getOrDefault("language", "");
        Stream.of(
                        Stream.of(own),
                        tables.languages().stream(),
                        Stream.of(
                                survey.getOrDefault("additional_languages", "").split(" ")))
                .flatMap(all -> all)
                .filter(code -> !code.isBlank())
                .forEach(this::taken);
        mother = dialects.keySet().stream().findFirst().orElse("en");
        dialects.putIfAbsent(mother, mother);
    }

    /** The survey's own language. */
    String mother() {
        return mother;
    }

    List<String> languages() {
        return new ArrayList<>(dialects.keySet());
    }

    /**
     * By language, the survey's own first.
     *
     * @param table of texts, in later files
     * @param older table whose rows hold them, in older ones
     */
    Map<String, String> of(String table, String older, String key, String id, String column) {
        return inOrder(Stream.of(table, older).flatMap(one -> tables.rows(one, key, id).stream()), column, "language");
    }

    /** What the survey says of itself. */
    Map<String, String> ofSurvey(String column) {
        return inOrder(tables.table("surveys_languagesettings").stream(), column, "surveyls_language");
    }

    private Map<String, String> inOrder(Stream<Map<String, String>> rows, String column, String language) {
        var texts = new TreeMap<String, String>();
        rows.filter(row -> row.containsKey(column))
                .forEach(row -> put(texts, row.getOrDefault(language, ""), row.getOrDefault(column, "")));
        var ordered = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of(mother), texts.keySet().stream())
                .filter(texts::containsKey)
                .forEach(one -> ordered.putIfAbsent(one, texts.get(one)));
        return ordered;
    }

    /** Adds a text, unless it is in a language, or a kind of it, that isn't taken. */
    void put(Map<String, String> texts, String code, String text) {
        var language = code.isBlank() ? mother : taken(code.strip());
        if (!language.isEmpty()) {
            texts.putIfAbsent(language, text);
        }
    }

    /** Empty for what isn't taken. "de-informal" is German to us. */
    private String taken(String written) {
        var code = written.strip();
        var plain = code.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        boolean room = dialects.containsKey(plain) || dialects.size() < Sketch.MOST_LANGUAGES;
        if (plain.matches("[a-z]{2,3}")
                && room
                && dialects.computeIfAbsent(plain, _ -> code).equals(code)) {
            return plain;
        }
        sketch.left("", What.SETTING, "language: " + code);
        return "";
    }
}
