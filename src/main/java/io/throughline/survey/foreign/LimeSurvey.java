package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads surveys of LimeSurvey ({@code .lss}), of versions 1.9 to 7. */
public final class LimeSurvey {

    private final LimeTables tables;
    private final Map<String, String> survey;
    private final Sketch sketch;
    private final LimeTexts texts;
    private final Map<String, String> conditions;

    private LimeSurvey(LimeTables tables) {
        this.tables = tables;
        survey = tables.table("surveys").stream().findFirst().orElse(Map.of());
        sketch = new Sketch(Conditions.Unanswered.IS_OTHER_IF_ASKED, titles(tables));
        texts = new LimeTexts(tables, survey, sketch);
        conditions = new LimeConditions(tables, sketch).byQuestion();
    }

    /** What its questions are called. */
    private static List<String> titles(LimeTables tables) {
        var questions =
                tables.table("questions").stream().filter(LimeSurvey::isNoRow).toList();
        return LimeTables.distinct(questions, "qid").stream()
                .map(row -> row.getOrDefault("title", ""))
                .toList();
    }

    /** @throws DomainException FOREIGN_NOT_READABLE or FOREIGN_OTHER_ENCODING with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY */
    public static Foreign read(byte[] bytes) {
        if (bytes.length > Foreign.LARGEST) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        return new LimeSurvey(LimeTables.read(bytes)).foreign();
    }

    private Foreign foreign() {
        var title = sketch.text("", texts.ofSurvey("surveyls_title"));
        var about = sketch.text("", texts.ofSurvey("surveyls_description"));
        var welcome = sketch.text("", texts.ofSurvey("surveyls_welcometext"));
        if (!about.isBlank() && !welcome.isBlank()) {
            sketch.left("", What.SHOWN_TEXT, welcome.in(Locale.of(texts.mother())));
        }
        new LimeSettings(tables, survey, texts, sketch).left();
        LimeTables.ordered(LimeTables.distinct(tables.table("groups"), "gid"), "group_order")
                .forEach(this::group);
        stray();
        return sketch.foreign(
                title,
                about.isBlank() ? welcome : about,
                survey.getOrDefault("format", "G").equals("S") ? Paging.QUESTION : Paging.SECTION,
                texts.languages());
    }

    private void group(Map<String, String> group) {
        var id = group.getOrDefault("gid", "");
        var name = texts.of("group_l10ns", "groups", "gid", id, "group_name");
        var path = name.getOrDefault(texts.mother(), id);
        sketch.section(
                path,
                name,
                texts.of("group_l10ns", "groups", "gid", id, "description"),
                group.getOrDefault("grelevance", ""));
        var mixed = group.getOrDefault("randomization_group", "");
        if (!mixed.isBlank()) {
            sketch.left(path, What.SETTING, "randomization_group: " + mixed);
        }
        LimeTables.ordered(LimeTables.distinct(tables.rows("questions", "gid", id), "qid"), "question_order").stream()
                .filter(LimeSurvey::isNoRow)
                .map(row -> new LimeQuestion(
                        tables, texts, sketch, row, conditions.getOrDefault(row.getOrDefault("qid", ""), "")))
                .forEach(LimeQuestion::add);
    }

    /** Whether it is a question by itself, and not a row of another one. */
    private static boolean isNoRow(Map<String, String> row) {
        return row.getOrDefault("parent_qid", "0").equals("0");
    }

    /** What is asked nowhere: of no group of the file, or with the number of another question. */
    private void stray() {
        var groups = tables.table("groups").stream()
                .map(row -> row.getOrDefault("gid", ""))
                .collect(Collectors.toSet());
        var asked = new HashSet<List<String>>();
        tables.table("questions").stream()
                .filter(LimeSurvey::isNoRow)
                .filter(row -> !groups.contains(row.getOrDefault("gid", "")) || !asked.add(named(row)))
                .forEach(row ->
                        sketch.left(row.getOrDefault("title", row.getOrDefault("qid", "")), What.STRAY, wording(row)));
    }

    /** Older files have a row for each language. */
    private static List<String> named(Map<String, String> row) {
        return Stream.of("gid", "qid", "language")
                .map(column -> row.getOrDefault(column, ""))
                .toList();
    }

    private String wording(Map<String, String> row) {
        var own = row.containsKey("question")
                ? row.getOrDefault("question", "")
                : texts.of("question_l10ns", "", "qid", row.getOrDefault("qid", ""), "question").values().stream()
                        .findFirst()
                        .orElse("");
        return PlainText.of(own).text();
    }
}
