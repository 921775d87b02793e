package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads surveys of LimeSurvey ({@code .lss}), those of version 3 with their texts in each row, later ones with tables of texts. */
public final class LimeSurvey {

    private static final int MOST_QUESTIONS = 1_000;
    private static final List<String> SETTINGS =
            List.of("assessments", "defaultvalues", "quota", "surveys_urlparameters", "plugin_settings");

    private static final List<String> TIMES = List.of("startdate", "expires");

    /** What is shown before and after the questions. */
    private static final List<String> TEXTS =
            List.of("surveyls_endtext", "surveyls_legal_notice", "surveyls_policy_notice", "surveyls_url");

    private final LimeTables tables;
    private final Sketch sketch = new Sketch(Conditions.Unanswered.IS_OTHER_IF_ASKED);

    /** What each language here is called there: of two kinds of German the first is taken. */
    private final Map<String, String> dialects = new LinkedHashMap<>();

    private final String mother;
    private final Map<String, Map<String, String>> attributes;
    private final Map<String, String> conditions;

    private LimeSurvey(LimeTables tables) {
        this.tables = tables;
        var survey = tables.table("surveys").stream().findFirst().orElse(Map.of());
        var own = language(survey.getOrDefault(
                "language", tables.languages().stream().findFirst().orElse("")));
        mother = own.isEmpty() ? "en" : own;
        Stream.of(
                        Stream.of(survey.getOrDefault("language", "")),
                        tables.languages().stream(),
                        Stream.of(
                                survey.getOrDefault("additional_languages", "").split(" ")))
                .flatMap(Function.identity())
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(this::spoken);
        if (dialects.isEmpty()) {
            spoken(mother);
        }
        attributes = tables.table("question_attributes").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("qid", ""),
                        Collectors.toMap(
                                row -> row.getOrDefault("attribute", ""),
                                row -> row.getOrDefault("value", ""),
                                (first, _) -> first)));
        conditions = new LimeConditions(tables).byQuestion();
    }

    /** @throws DomainException FOREIGN_NOT_READABLE with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY */
    public static Foreign read(byte[] bytes) {
        if (bytes.length > Foreign.LARGEST) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        return new LimeSurvey(LimeTables.read(bytes)).survey();
    }

    private Foreign survey() {
        var survey = tables.table("surveys").stream().findFirst().orElse(Map.of());
        if (tables.table("questions").size() > MOST_QUESTIONS * Math.max(1, dialects.size()) * 60) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        var title = sketch.text("", settings("surveyls_title"));
        var about = sketch.text("", settings("surveyls_description"));
        var welcome = sketch.text("", settings("surveyls_welcometext"));
        if (!about.isBlank() && !welcome.isBlank()) {
            sketch.left("", What.SHOWN_TEXT, welcome.in(Locale.of(mother)));
        }
        settings(survey);
        for (var group : ordered(distinct(tables.table("groups"), "gid"), "group_order")) {
            group(group);
        }
        return sketch.foreign(
                title,
                about.isBlank() ? welcome : about,
                survey.getOrDefault("format", "G").equals("S") ? Paging.QUESTION : Paging.SECTION,
                List.copyOf(dialects.keySet()));
    }

    private void group(Map<String, String> group) {
        var id = group.getOrDefault("gid", "");
        var name = texts("group_l10ns", "groups", "gid", id, "group_name");
        var path = name.getOrDefault(mother, id);
        sketch.section(
                path,
                name,
                texts("group_l10ns", "groups", "gid", id, "description"),
                group.getOrDefault("grelevance", ""));
        if (!group.getOrDefault("randomization_group", "").isBlank()) {
            sketch.left(path, What.SETTING, "randomization_group: " + group.get("randomization_group"));
        }
        for (var question : ordered(distinct(tables.rows("questions", "gid", id), "qid"), "question_order")) {
            if (question.getOrDefault("parent_qid", "0").equals("0")) {
                question(question);
            }
        }
    }

    private void settings(Map<String, String> survey) {
        if (survey.getOrDefault("anonymized", "N").equals("Y")) {
            sketch.left("", What.ANONYMOUS, "");
        }
        TIMES.stream()
                .filter(column -> !survey.getOrDefault(column, "").isBlank())
                .forEach(column -> sketch.left("", What.SETTING, column + ": " + survey.get(column)));
        SETTINGS.stream()
                .filter(table -> !tables.table(table).isEmpty())
                .forEach(table -> sketch.left("", What.SETTING, table));
        TEXTS.stream()
                .filter(column -> !settings(column).values().stream().allMatch(String::isBlank))
                .forEach(column -> sketch.left("", What.SETTING, column));
    }

    private Map<String, String> settings(String column) {
        return texts("", "surveys_languagesettings", "", "", column, "surveyls_language");
    }

    private void question(Map<String, String> row) {
        var id = row.getOrDefault("qid", "");
        var code = row.getOrDefault("title", id);
        var rows = rows(id, code);
        var relevance = row.getOrDefault("relevance", "").strip();
        new LimeQuestion(
                        sketch,
                        code,
                        row.getOrDefault("type", ""),
                        texts("question_l10ns", "questions", "qid", id, "question"),
                        sketch.text(code, texts("question_l10ns", "questions", "qid", id, "help")),
                        row.getOrDefault("mandatory", "N"),
                        row.getOrDefault("other", "N").equals("Y"),
                        relevance.isEmpty() || relevance.equals("1") ? conditions.getOrDefault(id, "") : relevance,
                        new LimeAttributes(sketch, code, attributes.getOrDefault(id, Map.of())),
                        units(id),
                        rows,
                        answers(id))
                .add();
        if (texts("question_l10ns", "", "qid", id, "script").values().stream().anyMatch(one -> !one.isBlank())) {
            sketch.left(code, What.MEDIA, "script");
        }
        if (row.getOrDefault("question_theme_name", "").equals("browserdetect")) {
            sketch.left(code, What.SETTING, "question_theme_name: browserdetect");
        }
        if (!row.getOrDefault("preg", "").isBlank()) {
            sketch.left(code, What.SETTING, "preg: " + row.get("preg"));
        }
        var older = row.getOrDefault("sid", "") + "X" + row.getOrDefault("gid", "") + "X" + id;
        sketch.alias(older, code);
        rows.forEach(one -> sketch.alias(older + one.code(), code + "_" + one.code()));
    }

    /** What stands behind a number, by language. */
    private Map<String, String> units(String question) {
        var units = new TreeMap<String, String>();
        tables.rows("question_attributes", "qid", question).stream()
                .filter(row -> row.getOrDefault("attribute", "").equals("suffix"))
                .filter(row -> !row.getOrDefault("value", "").isBlank())
                .forEach(row -> put(units, row.getOrDefault("language", ""), row.getOrDefault("value", "")));
        return units;
    }

    /** Its subquestions in their order. */
    private List<LimeQuestion.Line> rows(String question, String code) {
        var all = Stream.of("subquestions", "questions")
                .flatMap(table -> tables.rows(table, "parent_qid", question).stream())
                .filter(row -> row.getOrDefault("scale_id", "0").equals("0"))
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("qid", ""), row -> row, (first, _) -> first, LinkedHashMap::new));
        return ordered(List.copyOf(all.values()), "question_order").stream()
                .map(row -> {
                    var relevance = row.getOrDefault("relevance", "").strip();
                    if (!relevance.isEmpty() && !relevance.equals("1")) {
                        sketch.left(code + "_" + row.getOrDefault("title", ""), What.CONDITION, relevance);
                    }
                    var id = row.getOrDefault("qid", "");
                    var texts = new TreeMap<>(texts("question_l10ns", "subquestions", "qid", id, "question"));
                    texts("", "questions", "qid", id, "question").forEach(texts::putIfAbsent);
                    return new LimeQuestion.Line(row.getOrDefault("title", id), texts);
                })
                .toList();
    }

    /** Its options in their order. */
    private List<LimeQuestion.Line> answers(String question) {
        var codes = tables.rows("answers", "qid", question).stream()
                .filter(row -> row.getOrDefault("scale_id", "0").equals("0"))
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("code", ""), LinkedHashMap::new, Collectors.toList()));
        return ordered(codes.values().stream().map(List::getFirst).toList(), "sortorder").stream()
                .map(row -> {
                    var code = row.getOrDefault("code", "");
                    var texts = new TreeMap<String, String>();
                    var aid = row.get("aid");
                    if (aid != null) {
                        texts.putAll(texts("answer_l10ns", "", "aid", aid, "answer"));
                    }
                    codes.getOrDefault(code, List.of()).forEach(one -> {
                        if (one.containsKey("answer")) {
                            put(texts, one.getOrDefault("language", ""), one.getOrDefault("answer", ""));
                        }
                    });
                    return new LimeQuestion.Line(code, texts);
                })
                .toList();
    }

    private void put(Map<String, String> texts, String code, String text) {
        var language = taken(code);
        if (!language.isEmpty()) {
            texts.putIfAbsent(language, text);
        }
    }

    private static List<Map<String, String>> distinct(List<Map<String, String>> rows, String key) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault(key, ""), row -> row, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    private static List<Map<String, String>> ordered(List<Map<String, String>> rows, String by) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> Sketch.number(row.get(by)).orElse(BigDecimal.ZERO)))
                .toList();
    }

    private Map<String, String> texts(String table, String older, String key, String id, String column) {
        return texts(table, older, key, id, column, "language");
    }

    /** By language, the survey's own first, from a table of texts, or from the rows themselves as older files have them. */
    private Map<String, String> texts(
            String table, String older, String key, String id, String column, String languageColumn) {
        var texts = new TreeMap<String, String>();
        Stream.of(table, older)
                .flatMap(one -> (key.isEmpty() ? tables.table(one) : tables.rows(one, key, id)).stream())
                .filter(row -> row.containsKey(column))
                .forEach(row -> put(texts, row.getOrDefault(languageColumn, ""), row.getOrDefault(column, "")));
        var ordered = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of(mother), texts.keySet().stream())
                .filter(texts::containsKey)
                .forEach(language -> ordered.putIfAbsent(language, texts.get(language)));
        return ordered;
    }

    private void spoken(String code) {
        var language = language(code);
        if (language.isEmpty() || !dialects.computeIfAbsent(language, _ -> code).equals(code)) {
            sketch.left("", What.SETTING, "language: " + code);
        }
    }

    /** Empty for texts in a language, or a kind of it, that isn't taken. */
    private String taken(String code) {
        var language = language(code.isBlank() ? mother : code);
        return dialects.getOrDefault(language, code).equals(code.strip()) || code.isBlank() ? language : "";
    }

    /** "de-informal" is German to us. */
    private static String language(String code) {
        var plain = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return plain.matches("[a-z]{2,3}") ? plain : "";
    }

    static LocalizedText none() {
        return new LocalizedText(Map.of());
    }
}
