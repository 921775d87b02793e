package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads surveys of SurveyJS (JSON). */
public final class SurveyJs {

    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 1_000;
    private static final Set<String> ONE_AT_A_TIME = Set.of("questionPerPage", "inputPerPage");

    /** Older editors, and the tool's own pages, write surveys as programs do: names without quotation marks, a comma at the end. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(
                            JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                            JsonReadFeature.ALLOW_SINGLE_QUOTES,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Foreign.LARGEST)
                            .maxNumberLength(40)
                            .maxDocumentLength(Foreign.LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Sketch sketch;
    private final SurveyJsSettings settings;
    private final JsonNode root;
    private final String mother;

    /** What "default" stands for. */
    private final String usual;

    private final Set<String> languages = new LinkedHashSet<>();
    private final Map<String, String> dialects = new HashMap<>();
    private int elements;

    private SurveyJs(JsonNode root) {
        this.root = root;
        this.sketch = new Sketch(Conditions.Unanswered.IS_OTHER, names(root));
        this.settings = new SurveyJsSettings(sketch);
        var locale = language(root.path("locale").asString("en"));
        this.mother = locale.isEmpty() ? "en" : locale;
        if (!locale.isEmpty() && root.has("locale")) {
            dialects.put(locale, root.path("locale").asString(""));
        }
        this.usual = knows(root, mother) ? "en" : mother;
        languages.add(mother);
        languages.add(usual);
    }

    /** What is asked is called, however deep it stands. */
    private static List<String> names(JsonNode parent) {
        var names = new ArrayList<String>();
        for (var list : List.of("pages", "elements", "questions")) {
            for (var element : parent.path(list)) {
                var type = element.path("type").asString("");
                if (list.equals("pages") || type.equals("panel")) {
                    names.addAll(names(element));
                } else if (!type.equals("html") && !type.equals("image")) {
                    names.add(element.path("name").asString(""));
                }
            }
        }
        return names;
    }

    /** Whether a text stands there both by default and in this language: then the default is in English. */
    private static boolean knows(JsonNode node, String language) {
        return node.has("default") && node.has(language) || node.valueStream().anyMatch(one -> knows(one, language));
    }

    /** @throws DomainException FOREIGN_NOT_READABLE or FOREIGN_OTHER_ENCODING with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY */
    public static Foreign read(byte[] bytes) {
        if (bytes.length > Foreign.LARGEST) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new DomainException(
                    e instanceof StreamConstraintsException
                            ? SurveyError.FOREIGN_TOO_MUCH
                            : isInItsEncoding(bytes)
                                    ? SurveyError.FOREIGN_NOT_READABLE
                                    : SurveyError.FOREIGN_OTHER_ENCODING,
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
        }
        if (!root.isObject() || !(root.has("pages") || root.has("elements") || root.has("questions"))) {
            throw new DomainException(SurveyError.FOREIGN_NO_SURVEY);
        }
        return new SurveyJs(root).survey();
    }

    /** JSON is in UTF-8, unless empty bytes at its beginning show that a sign takes several. */
    private static boolean isInItsEncoding(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length, 4); at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Foreign survey() {
        var title = text("title", root.path("title"));
        var why = text("description", root.path("description"));
        for (var page : root.path("pages")) {
            var name = page.path("name").asString("");
            sketch.section(
                    name,
                    texts(page.path("title")),
                    texts(page.path("description")),
                    page.path("visibleIf").asString(""));
            elements(page, "");
            settings.leftOf(page, name);
        }
        if (!root.path("elements").isEmpty() || !root.path("questions").isEmpty()) {
            sketch.section("", Map.of(), Map.of(), "");
            elements(root, "");
        }
        if (!said(root.path("logo")).isEmpty()) {
            sketch.left("", What.MEDIA, "logo");
        }
        if (!root.path("backgroundImage").asString("").isEmpty()) {
            sketch.left("", What.MEDIA, "backgroundImage");
        }
        settings.leftOf(root);
        var mode = root.path("questionsOnPageMode").asString("");
        var paging = ONE_AT_A_TIME.contains(mode) ? Paging.QUESTION : Paging.SECTION;
        return sketch.foreign(title, why, paging, List.copyOf(languages));
    }

    /** What stands in a page or panel. @param condition of what is around it */
    private void elements(JsonNode parent, String condition) {
        for (var list : List.of("elements", "questions")) {
            for (var element : parent.path(list)) {
                element(element, condition);
            }
        }
    }

    private void element(JsonNode element, String around) {
        if (++elements > MOST_ELEMENTS) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        var own = element.path("visibleIf").asString("").strip();
        var condition = own.isEmpty() ? around : around.isEmpty() ? own : "(" + around + ") and (" + own + ")";
        if (element.path("type").asString("").equals("panel")) {
            var name = element.path("name").asString("");
            for (var shown : List.of("title", "description")) {
                if (!element.path(shown).isMissingNode()) {
                    sketch.left(name, What.SHOWN_TEXT, said(element.path(shown)));
                }
            }
            settings.leftOf(element, name);
            elements(element, condition);
        } else {
            var help = text(element.path("name").asString(""), element.path("description"));
            new SurveyJsQuestion(sketch, this, element, condition, help).add();
        }
    }

    /** A text, or one for each language; in markup. */
    LocalizedText text(String path, JsonNode node) {
        return sketch.text(path, texts(node));
    }

    /** As people read it in the survey's own language, else in whichever there is. */
    String said(JsonNode node) {
        var texts = texts(node);
        var text =
                texts.getOrDefault(mother, texts.values().stream().findFirst().orElse(""));
        return PlainText.of(text).text();
    }

    SurveyJsSettings settings() {
        return settings;
    }

    /** The language of texts that are not told apart. */
    String usual() {
        return usual;
    }

    /** Empty for texts in a language, or a kind of it, that isn't taken: of two kinds of Chinese the first is. */
    private String taken(String code) {
        if (code.equals("default")) {
            return usual;
        }
        var language = language(code);
        boolean room = languages.contains(language) || languages.size() < Sketch.MOST_LANGUAGES;
        if (language.isEmpty()
                || !room
                || !dialects.computeIfAbsent(language, _ -> code).equals(code)) {
            sketch.left("", What.SETTING, "locale: " + code);
            return "";
        }
        return language;
    }

    Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        if (node.isObject()) {
            node.properties().forEach(one -> {
                var language = taken(one.getKey());
                if (!language.isEmpty() && one.getValue().isString()) {
                    languages.add(language);
                    texts.putIfAbsent(language, one.getValue().asString());
                }
            });
        } else if (node.isValueNode() && !node.isNull()) {
            texts.put(usual, node.asString());
        }
        var own = texts.getOrDefault(mother, "");
        var written = texts.getOrDefault(usual, "");
        if (own.isBlank() && !written.isBlank()) {
            // People read there what is written by default.
            texts.put(mother, written);
        }
        return texts;
    }

    /** The same words in every language so far, for what needs none of its own. */
    Map<String, String> same(String words) {
        var texts = new TreeMap<String, String>();
        for (var language : languages) {
            texts.put(language, words);
        }
        return texts;
    }

    List<String> languages() {
        return new ArrayList<>(languages);
    }

    private static String language(String code) {
        var plain = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return plain.matches("[a-z]{2,3}") ? plain : "";
    }
}
