package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Map;

/** One question of LimeSurvey as one of ours, or as several where it has rows. */
final class LimeQuestion {

    private static final int FIVE = 5;

    private final LimeTexts texts;
    private final Sketch sketch;
    private final Map<String, String> row;

    private final String id;
    private final String code;
    private final String type;
    private final String relevance;
    private final LocalizedText help;
    private final LimeAttributes attributes;
    private final LimeOptions options;
    private final List<LimeOption> rows;
    private final List<LimeOption> answers;
    private final LimeAliases aliases;

    /** @param condition as its rows of conditions say it; empty for none */
    LimeQuestion(LimeTables tables, LimeTexts texts, Sketch sketch, Map<String, String> row, String condition) {
        this.texts = texts;
        this.sketch = sketch;
        this.row = row;
        id = row.getOrDefault("qid", "");
        code = row.getOrDefault("title", id);
        type = row.getOrDefault("type", "");
        var written = row.getOrDefault("relevance", "").strip();
        relevance = written.isEmpty() || written.equals("1") ? condition : written;
        attributes = LimeAttributes.of(tables, sketch, id, code);
        options = new LimeOptions(tables, texts, sketch, theme().startsWith("image_select"));
        rows = options.rows(id, code);
        help = sketch.text(code, texts.of("question_l10ns", "questions", "qid", id, "help"));
        answers = options.answers(id, code);
        aliases = new LimeAliases(sketch, code);
    }

    /** Up to version 4 it was an attribute. */
    private String theme() {
        var theme = row.getOrDefault("question_theme_name", "");
        return theme.isBlank() ? attributes.text("question_template") : theme;
    }

    Sketch sketch() {
        return sketch;
    }

    String code() {
        return code;
    }

    String type() {
        return type;
    }

    LocalizedText help() {
        return help;
    }

    LimeAttributes attributes() {
        return attributes;
    }

    List<LimeOption> rows() {
        return rows;
    }

    List<LimeOption> answers() {
        return answers;
    }

    String mother() {
        return texts.mother();
    }

    LocalizedText title() {
        return sketch.text(code, wording());
    }

    /** What stands behind a number. */
    LocalizedText unit() {
        return sketch.text(code, attributes.texts(texts, "suffix"));
    }

    boolean isRequired() {
        return row.getOrDefault("mandatory", "N").equals("Y");
    }

    private boolean hasOther() {
        return row.getOrDefault("other", "N").equals("Y");
    }

    /** Adds it to the sketch, with what could not be carried over. */
    void add() {
        var inRows = new LimeRows(this);
        switch (type) {
            case "L", "!", "Z", "W" -> chosen(answers);
            case "O" -> {
                sketch.left(code, What.COMMENT, type);
                chosen(answers);
            }
            case "Y" -> chosen(List.of(usual("Y", UsualWords.YES), usual("N", UsualWords.NO)));
            case "G" -> chosen(List.of(usual("F", UsualWords.FEMALE), usual("M", UsualWords.MALE)));
            case "M" -> several();
            case "P" -> {
                sketch.left(code, What.COMMENT, type);
                several();
            }
            case "N" -> one(inRows.number(title(), unit()));
            case "D" -> one(attributes.day(title(), help, isRequired()));
            case "S" -> one(new Text(QuestionId.next(), title(), help, isRequired(), false));
            case "T", "U" -> one(new Text(QuestionId.next(), title(), help, isRequired(), true));
            case "5" -> one(inRows.scale(title(), 1, FIVE));
            case "R" ->
                withItems(ranks(), (title, items) -> new Ranking(QuestionId.next(), title, help, isRequired(), items));
            case "K" -> {
                if (isHundred()) {
                    withItems(rows, (title, items) -> new Points(QuestionId.next(), title, help, isRequired(), items));
                } else {
                    inRows.numbers();
                }
            }
            case "Q" -> inRows.texts();
            case "A" -> inRows.scales(FIVE);
            case "B" -> inRows.scales(2 * FIVE);
            case "C" ->
                inRows.choices(List.of(
                        usual("Y", UsualWords.YES), usual("U", UsualWords.UNCERTAIN), usual("N", UsualWords.NO)));
            case "E" ->
                inRows.choices(List.of(
                        usual("I", UsualWords.INCREASE), usual("S", UsualWords.SAME), usual("D", UsualWords.DECREASE)));
            case "F", "H" -> inRows.matrix();
            case "|" -> one(attributes.file(title(), help, isRequired()));
            case "X" -> sketch.left(code, What.SHOWN_TEXT, shown());
            default -> sketch.left(code, What.KIND, kind());
        }
        left();
        aliases.put(row.getOrDefault("sid", "") + "X" + row.getOrDefault("gid", "") + "X" + id, "Q" + id, rows);
    }

    private LimeOption usual(String key, UsualWords words) {
        return LimeOption.usual(key, words, texts.languages());
    }

    private Map<String, String> wording() {
        return texts.of("question_l10ns", "questions", "qid", id, "question");
    }

    private String shown() {
        return wording().values().stream()
                .findFirst()
                .map(text -> PlainText.of(text).text())
                .orElse("");
    }

    /** Names what is set about it and has no equal. */
    private void left() {
        attributes.leftOrders(!hasRowsOfItsOwn());
        if (type.equals("D")) {
            attributes.leftUnlessDay("date_format");
        }
        if (row.getOrDefault("encrypted", "N").equals("Y")) {
            sketch.left(code, What.SETTING, "encrypted: Y");
        }
        if (row.getOrDefault("mandatory", "N").equals("S")) {
            sketch.left(code, What.SETTING, "mandatory: soft");
        }
        attributes.left(name -> switch (name) {
            case "max_answers" -> choosesFew();
            case "max_subquestions" -> type.equals("R") && attributes.whole(name, 0) >= ranks().size();
            case "equals_num_value" -> type.equals("K") && isHundred();
            case "suffix" -> hasNumbers();
            case "min_num_value_n", "max_num_value_n" -> hasNumbers() && !attributes.is("slider_layout", "1");
            case "min_num_of_files" -> attributes.is(name, "1");
            // Each has one there, and it counts only where points do.
            case "assessment_value" -> attributes.is(name, "1");
            case "other_position" -> attributes.is(name, "default") || attributes.is(name, "end");
            default -> false;
        });
        if (texts.of("question_l10ns", "", "qid", id, "script").values().stream()
                .anyMatch(one -> !one.isBlank())) {
            sketch.left(code, What.MEDIA, "script");
        }
        if (theme().equals("browserdetect")) {
            sketch.left(code, What.SETTING, "question_theme_name: browserdetect");
        }
        if (!row.getOrDefault("preg", "").isBlank()) {
            sketch.left(code, What.SETTING, "preg: " + row.get("preg"));
        }
        var usual = options.usual(id);
        if (!usual.isEmpty()) {
            sketch.left(code, What.SETTING, "defaultvalue: " + usual);
        }
    }

    /** Rows are questions of their own here, whose options stay in their order. */
    private boolean hasRowsOfItsOwn() {
        return List.of("A", "B", "C", "E", "F", "H", "Q").contains(type) || type.equals("K") && !isHundred();
    }

    private boolean hasNumbers() {
        return type.equals("N") || type.equals("K") && !isHundred();
    }

    private boolean isHundred() {
        return attributes.is("equals_num_value", "100");
    }

    String rowCode(LimeOption one) {
        return aliases.row(one);
    }

    private String kind() {
        return switch (type) {
            case "1" -> "1 (dual scale array)";
            case ":" -> ": (array of numbers)";
            case ";" -> "; (array of texts)";
            case "I" -> "I (language switch)";
            case "*" ->
                attributes.text("equation").isEmpty() ? "* (equation)" : "* (equation): " + attributes.text("equation");
            default -> type;
        };
    }

    private void one(Question question) {
        add(code, question, Map.of());
    }

    /** @param name what the file calls it, or one of its rows */
    void add(String name, Question question, Map<String, String> items) {
        aliases.add(name);
        sketch.add(name, question, items, attributes.isShuffled() && !hasRowsOfItsOwn(), relevance);
    }

    private interface Asked {
        Question of(LocalizedText title, List<Item> items);
    }

    private void withItems(List<LimeOption> listed, Asked asked) {
        var keys = LimeOption.keys(listed);
        if (hasOther()) {
            keys.put("-oth-", Other.KEY);
            keys.putIfAbsent("other", Other.KEY);
            keys.putIfAbsent("Cother", Other.KEY);
        }
        var title = title();
        add(code, asked.of(title, LimeOption.items(sketch, code, listed, keys)), keys);
    }

    private void chosen(List<LimeOption> listed) {
        withItems(
                listed,
                (title, items) -> new SingleChoice(QuestionId.next(), title, help, isRequired(), items, hasOther()));
    }

    private void several() {
        withItems(
                rows,
                (title, items) -> choosesFew()
                        ? new ChoiceOfK(QuestionId.next(), title, help, isRequired(), few(), items)
                        : new MultipleChoice(QuestionId.next(), title, help, isRequired(), items, hasOther()));
    }

    private boolean choosesFew() {
        return type.equals("M") && !hasOther() && few() < rows.size();
    }

    private int few() {
        int most = attributes.whole("max_answers", 0);
        return most > 0 ? most : rows.size();
    }

    private List<LimeOption> ranks() {
        return answers.isEmpty() ? rows : answers;
    }
}
