package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads surveys of SurveyJS (JSON). */
public final class SurveyJs {

    private static final int DEEPEST = 60;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ELEMENTS = 1_000;
    private static final Set<String> SETTINGS = Set.of(
            "triggers",
            "calculatedValues",
            "completedHtml",
            "completedHtmlOnCondition",
            "navigateToUrl",
            "maxTimeToFinish",
            "timeLimit");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(40)
                            .maxDocumentLength(Foreign.LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Sketch sketch = new Sketch(Sketch.Unanswered.IS_OTHER);
    private final JsonNode root;
    private final String mother;
    private final Set<String> languages = new LinkedHashSet<>();
    private int elements;

    private SurveyJs(JsonNode root) {
        this.root = root;
        var locale = language(root.path("locale").asString("en"));
        this.mother = locale.isEmpty() ? "en" : locale;
        languages.add(mother);
    }

    /** @throws DomainException FOREIGN_NOT_READABLE with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY */
    public static Foreign read(byte[] bytes) {
        if (bytes.length > Foreign.LARGEST) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new DomainException(
                    SurveyError.FOREIGN_NOT_READABLE,
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
        }
        if (!root.isObject() || !(root.has("pages") || root.has("elements") || root.has("questions"))) {
            throw new DomainException(SurveyError.FOREIGN_NO_SURVEY);
        }
        return new SurveyJs(root).survey();
    }

    private Foreign survey() {
        var title = text("title", root.path("title"));
        var why = text("description", root.path("description"));
        for (var page : root.path("pages")) {
            elements(page, "");
            var name = page.path("name").asString("");
            sketch.section(
                    name,
                    text(name, page.path("title")),
                    text(name, page.path("description")),
                    page.path("visibleIf").asString(""));
        }
        elements(root, "");
        SETTINGS.stream()
                .filter(setting -> !root.path(setting).isMissingNode()
                                && !root.path(setting).isEmpty()
                        || root.path(setting).isString())
                .sorted()
                .forEach(setting -> sketch.left("", What.SETTING, setting));
        return sketch.foreign(
                title,
                why,
                root.path("questionsOnPageMode").asString("").equals("questionPerPage")
                        ? Paging.QUESTION
                        : Paging.SECTION,
                List.copyOf(languages));
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
            if (!element.path("title").isMissingNode()) {
                sketch.left(
                        name, What.SHOWN_TEXT, text(name, element.path("title")).in(Locale.of(mother)));
            }
            elements(element, condition);
        } else {
            new SurveyJsQuestion(sketch, this, element, condition).add();
        }
    }

    /** A text, or one for each language; in markup. */
    LocalizedText text(String path, JsonNode node) {
        return sketch.text(path, texts(node));
    }

    Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        if (node.isObject()) {
            node.properties().forEach(one -> {
                var language = one.getKey().equals("default") ? mother : language(one.getKey());
                if (!language.isEmpty() && one.getValue().isString()) {
                    languages.add(language);
                    texts.putIfAbsent(language, one.getValue().asString());
                }
            });
        } else if (node.isValueNode() && !node.isNull()) {
            texts.put(mother, node.asString());
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
