package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question of LimeSurvey as one of ours, or as several where it has rows.
 *
 * @param code names it in its survey
 * @param mandatory "Y" for yes, "S" for a reminder only
 * @param relevance when it is asked, as an expression
 * @param units what stands behind its number, by language
 * @param rows its subquestions
 * @param answers its options
 */
record LimeQuestion(
        Sketch sketch,
        String code,
        String type,
        Map<String, String> wording,
        LocalizedText help,
        String mandatory,
        boolean other,
        String relevance,
        Map<String, String> attributes,
        Map<String, String> units,
        List<Line> rows,
        List<Line> answers) {

    /** An option or a subquestion. @param texts in markup, by language */
    record Line(String code, Map<String, String> texts) {}

    private static final Map<String, String> YES = Map.of("en", "Yes", "de", "Ja");
    private static final Map<String, String> NO = Map.of("en", "No", "de", "Nein");
    private static final Map<String, String> UNCERTAIN = Map.of("en", "Uncertain", "de", "Unsicher");
    private static final List<Line> YES_NO = List.of(new Line("Y", YES), new Line("N", NO));
    private static final List<Line> YES_NO_UNCERTAIN =
            List.of(new Line("Y", YES), new Line("U", UNCERTAIN), new Line("N", NO));
    private static final List<Line> CHANGE = List.of(
            new Line("I", Map.of("en", "Increase", "de", "Mehr")),
            new Line("S", Map.of("en", "Same", "de", "Gleich")),
            new Line("D", Map.of("en", "Decrease", "de", "Weniger")));
    private static final List<Line> GENDER = List.of(
            new Line("F", Map.of("en", "Female", "de", "Weiblich")),
            new Line("M", Map.of("en", "Male", "de", "Männlich")));
    /** What changes how a question may be answered, and has no equal here. */
    private static final List<String> SETTINGS = List.of(
            "array_filter",
            "array_filter_exclude",
            "exclude_all_others",
            "min_answers",
            "max_answers",
            "em_validation_q",
            "em_validation_sq",
            "equals_num_value",
            "min_num_value",
            "max_num_value",
            "hidden",
            "prefix",
            "random_group",
            "other_replace_text",
            "other_numbers_only",
            "other_comment_mandatory",
            "maximum_chars",
            "numbers_only",
            "max_subquestions",
            "time_limit");

    private static final Map<FileKind, List<String>> ENDINGS = Map.of(
            FileKind.PICTURE, List.of("png", "jpg", "jpeg", "gif", "webp"),
            FileKind.PDF, List.of("pdf"),
            FileKind.OFFICE, List.of("doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp"),
            FileKind.TEXT, List.of("txt", "csv"));

    private static final int FIVE = 5;
    private static final int TEN = 10;
    private static final int USUAL_MEGABYTES = 10;

    /** Adds it to the sketch, with what could not be carried over. */
    void add() {
        switch (type) {
            case "L", "!", "Z", "W" -> chosen(answers);
            case "O" -> {
                sketch.left(code, What.COMMENT, type);
                chosen(answers);
            }
            case "Y" -> chosen(YES_NO);
            case "G" -> chosen(GENDER);
            case "M" -> several();
            case "P" -> {
                sketch.left(code, What.COMMENT, type);
                several();
            }
            case "N" -> one(number(title(), "min_num_value_n", "max_num_value_n"));
            case "D" ->
                one(new DateQuestion(Sketch.fresh(), title(), help, required(), day("date_min"), day("date_max")));
            case "S" -> one(new Text(Sketch.fresh(), title(), help, required(), false));
            case "T", "U" -> one(new Text(Sketch.fresh(), title(), help, required(), true));
            case "5" -> one(scale(title(), 1, FIVE, LimeSurvey.none(), LimeSurvey.none()));
            case "R" -> ranked();
            case "K" -> numbers();
            case "Q" ->
                eachRow((row, name) -> add(name, new Text(Sketch.fresh(), row, help, required(), false), Map.of()));
            case "A" ->
                eachRow((row, name) -> add(name, scale(row, 1, FIVE, LimeSurvey.none(), LimeSurvey.none()), Map.of()));
            case "B" ->
                eachRow((row, name) -> add(name, scale(row, 1, TEN, LimeSurvey.none(), LimeSurvey.none()), Map.of()));
            case "C" -> eachRow((row, name) -> single(name, row, YES_NO_UNCERTAIN, false));
            case "E" -> eachRow((row, name) -> single(name, row, CHANGE, false));
            case "F", "H" -> matrix();
            case "|" -> one(file());
            case "X" ->
                sketch.left(
                        code, What.SHOWN_TEXT, PlainText.of(firstText(wording)).text());
            default -> sketch.left(code, What.KIND, kind());
        }
        if (hasRowsOfItsOwn() && shuffled()) {
            sketch.left(code, What.SETTING, "random_order: " + attributes.get("random_order"));
        }
        if (attributes.getOrDefault("date_format", "").toUpperCase(Locale.ROOT).contains("HH")) {
            sketch.left(code, What.SETTING, "date_format: " + attributes.get("date_format"));
        }
        if (mandatory.equals("S")) {
            sketch.left(code, What.SETTING, "mandatory: soft");
        }
        SETTINGS.stream()
                .filter(name -> isSet(name) && !(name.equals("max_answers") && choosesFew()))
                .filter(name -> !(name.equals("equals_num_value") && type.equals("K") && isHundred()))
                .forEach(name -> sketch.left(code, What.SETTING, name + ": " + attributes.get(name)));
    }

    /** Rows are questions of their own here, whose options stay in their order. */
    private boolean hasRowsOfItsOwn() {
        return List.of("A", "B", "C", "E", "F", "H", "Q").contains(type) || type.equals("K") && !isHundred();
    }

    private boolean isSet(String attribute) {
        var value = attributes.getOrDefault(attribute, "").strip();
        return !value.isEmpty() && !value.equals("0") && !value.equals("N");
    }

    private boolean isHundred() {
        return attributes.getOrDefault("equals_num_value", "").strip().equals("100");
    }

    private boolean choosesFew() {
        return type.equals("M") && !other && few() < rows.size();
    }

    private int few() {
        return Sketch.number(attributes.get("max_answers"))
                .map(Number::intValue)
                .filter(most -> most > 0)
                .orElse(rows.size());
    }

    private String kind() {
        return switch (type) {
            case "1" -> "1 (dual scale array)";
            case ":" -> ": (array of numbers)";
            case ";" -> "; (array of texts)";
            case "I" -> "I (language switch)";
            case "*" -> "* (equation)";
            default -> type;
        };
    }

    private LocalizedText title() {
        return sketch.text(code, wording);
    }

    private boolean required() {
        return mandatory.equals("Y");
    }

    private boolean shuffled() {
        return attributes.getOrDefault("random_order", "0").equals("1")
                || attributes.getOrDefault("answer_order", "").equals("random");
    }

    private void one(Question question) {
        add(code, question, Map.of());
    }

    private void add(String name, Question question, Map<String, String> items) {
        sketch.add(name, question, items, shuffled() && !hasRowsOfItsOwn(), relevance);
    }

    private void chosen(List<Line> options) {
        single(code, title(), options, other);
    }

    private void single(String name, LocalizedText title, List<Line> options, boolean elsewhere) {
        var keys = keys(options);
        if (elsewhere) {
            keys.put("-oth-", Other.KEY);
        }
        add(name, new SingleChoice(Sketch.fresh(), title, help, required(), items(options, keys), elsewhere), keys);
    }

    private void several() {
        var keys = keys(rows);
        one(
                keys,
                choosesFew()
                        ? new ChoiceOfK(Sketch.fresh(), title(), help, required(), few(), items(rows, keys))
                        : new MultipleChoice(Sketch.fresh(), title(), help, required(), items(rows, keys), other));
    }

    private void one(Map<String, String> keys, Question question) {
        add(code, question, keys);
    }

    private void ranked() {
        var options = answers.isEmpty() ? rows : answers;
        var keys = keys(options);
        one(keys, new Ranking(Sketch.fresh(), title(), help, required(), items(options, keys)));
    }

    /** Numbers that have to come to a hundred are a question of ours. */
    private void numbers() {
        if (isHundred()) {
            var keys = keys(rows);
            one(keys, new Points(Sketch.fresh(), title(), help, required(), items(rows, keys)));
            return;
        }
        eachRow((row, name) -> add(name, number(row, "min_num_value_n", "max_num_value_n"), Map.of()));
    }

    private NumberQuestion number(LocalizedText title, String least, String greatest) {
        boolean whole = attributes.getOrDefault("num_value_int_only", "0").equals("1");
        return new NumberQuestion(
                Sketch.fresh(),
                title,
                help,
                required(),
                Sketch.number(attributes.get(least)).orElse(null),
                Sketch.number(attributes.get(greatest)).orElse(null),
                whole ? 0 : 2,
                sketch.text(code, units));
    }

    private @Nullable LocalDate day(String attribute) {
        var written = attributes.getOrDefault(attribute, "").strip();
        try {
            return written.isEmpty()
                    ? null
                    : LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written);
        } catch (DateTimeParseException e) {
            sketch.left(code, What.SETTING, attribute + ": " + written);
            return null;
        }
    }

    private Scale scale(LocalizedText title, int least, int greatest, LocalizedText low, LocalizedText high) {
        return new Scale(Sketch.fresh(), title, help, required(), least, greatest, low, high);
    }

    /** Options that are whole numbers one after the other are a scale; others are chosen among, row by row. */
    private void matrix() {
        var steps = new TreeSet<Integer>();
        answers.forEach(one -> Sketch.number(one.code().replaceFirst("^[A-Za-z]+0*", ""))
                .ifPresent(number -> steps.add(number.intValue())));
        boolean scale = steps.size() == answers.size()
                && answers.size() >= 3
                && steps.last() - steps.first() == steps.size() - 1
                && steps.first() >= 0
                && steps.last() <= Scale.GREATEST
                && IntStream.range(0, answers.size())
                        .allMatch(at ->
                                at == 0 || at == answers.size() - 1 || isCalled(answers.get(at), steps.first() + at));
        eachRow((row, name) -> {
            if (scale) {
                add(
                        name,
                        scale(row, steps.first(), steps.last(), end(answers.getFirst()), end(answers.getLast())),
                        Map.of());
            } else {
                single(name, row, answers, false);
            }
        });
    }

    /** Not at all, or by its step: one called otherwise would be another one here. */
    private static boolean isCalled(Line option, int step) {
        return option.texts().values().stream()
                .map(text -> PlainText.of(text).text())
                .allMatch(text -> text.isEmpty() || text.equals(String.valueOf(step)));
    }

    private static boolean isNumber(Line option) {
        return option.texts().values().stream()
                .allMatch(text -> PlainText.of(text).text().matches("\\d*"));
    }

    private LocalizedText end(Line option) {
        return isNumber(option) ? LimeSurvey.none() : sketch.text(code, option.texts());
    }

    private FileQuestion file() {
        var most = Sketch.number(attributes.get("max_num_of_files"))
                .map(Number::intValue)
                .orElse(1);
        var kilobytes = Sketch.number(attributes.get("max_filesize"))
                .map(Number::intValue)
                .orElse(USUAL_MEGABYTES * 1_000);
        return new FileQuestion(
                Sketch.fresh(),
                title(),
                help,
                required(),
                kinds(),
                Math.clamp(most, 1, FileQuestion.MOST_FILES),
                Math.clamp(Math.ceilDiv(kilobytes, 1_000), 1, FileQuestion.MOST_MEGABYTES));
    }

    /** By the endings that are allowed there; any where none of them is known here. */
    private List<FileKind> kinds() {
        var endings = Arrays.asList(attributes
                .getOrDefault("allowed_filetypes", "")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"));
        var kinds = Stream.of(FileKind.values())
                .filter(kind -> ENDINGS.getOrDefault(kind, List.of()).stream().anyMatch(endings::contains))
                .toList();
        return kinds.isEmpty() ? List.of(FileKind.values()) : kinds;
    }

    private interface ForRow {
        void add(LocalizedText title, String name);
    }

    /** A question for each, that says what all of them ask and what this one is about. */
    private void eachRow(ForRow each) {
        if (rows.size() > 1) {
            sketch.left(code, What.ROWS, String.valueOf(rows.size()));
        }
        for (var row : rows) {
            var texts = new TreeMap<String, String>();
            wording.forEach((language, words) ->
                    texts.put(language, words + " – " + row.texts().getOrDefault(language, firstText(row.texts()))));
            each.add(sketch.text(code, texts), code + "_" + row.code());
        }
    }

    private static String firstText(Map<String, String> texts) {
        return texts.values().stream().findFirst().orElse("");
    }

    private static Map<String, String> keys(List<Line> lines) {
        return Sketch.keys(lines.stream().map(Line::code).toList());
    }

    private List<Item> items(List<Line> lines, Map<String, String> keys) {
        var items = new ArrayList<Item>();
        for (var line : sketch.limited(code, lines)) {
            items.add(new Item(keys.getOrDefault(line.code(), line.code()), text(line)));
        }
        return items;
    }

    /** What was a picture and nothing else is called by its code. */
    private LocalizedText text(Line line) {
        var text = sketch.text(code, line.texts());
        return text.isBlank()
                ? sketch.text(
                        code,
                        line.texts().keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> line.code())))
                : text;
    }
}
