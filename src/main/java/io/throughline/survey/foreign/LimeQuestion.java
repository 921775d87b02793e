package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        LimeAttributes attributes,
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
    private static final int FIVE = 5;
    private static final int TEN = 10;
    private static final int USUAL_MEGABYTES = 10;
    private static final int USUAL_SLIDER = 100;

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
            case "N" -> one(number(title()));
            case "D" ->
                one(new DateQuestion(
                        QuestionId.next(),
                        title(),
                        help,
                        required(),
                        attributes.day("date_min"),
                        attributes.day("date_max")));
            case "S" -> one(new Text(QuestionId.next(), title(), help, required(), false));
            case "T", "U" -> one(new Text(QuestionId.next(), title(), help, required(), true));
            case "5" -> one(scale(title(), 1, FIVE, LimeSurvey.none(), LimeSurvey.none()));
            case "R" -> ranked();
            case "K" -> numbers();
            case "Q" ->
                eachRow((row, name) -> add(name, new Text(QuestionId.next(), row, help, required(), false), Map.of()));
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
        attributes.leftOrders(!hasRowsOfItsOwn());
        if (type.equals("D") && !isDay(attributes.text("date_format").toLowerCase(Locale.ROOT))) {
            attributes.left("date_format");
        }
        if (mandatory.equals("S")) {
            sketch.left(code, What.SETTING, "mandatory: soft");
        }
        attributes.left(name -> switch (name) {
            case "max_answers" -> choosesFew();
            case "equals_num_value" -> type.equals("K") && isHundred();
            case "suffix" -> type.equals("N") || type.equals("K");
            case "min_num_of_files" -> attributes.is(name, "1");
            default -> false;
        });
    }

    private static boolean isDay(String format) {
        return format.isEmpty() || format.contains("d") && !format.contains("hh");
    }

    /** Rows are questions of their own here, whose options stay in their order. */
    private boolean hasRowsOfItsOwn() {
        return List.of("A", "B", "C", "E", "F", "H", "Q").contains(type) || type.equals("K") && !isHundred();
    }

    private boolean isHundred() {
        return attributes.is("equals_num_value", "100");
    }

    private boolean choosesFew() {
        return type.equals("M") && !other && few() < rows.size();
    }

    private int few() {
        int most = attributes.whole("max_answers", 0);
        return most > 0 ? most : rows.size();
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

    private void one(Question question) {
        add(code, question, Map.of());
    }

    private void add(String name, Question question, Map<String, String> items) {
        sketch.add(name, question, items, attributes.isShuffled() && !hasRowsOfItsOwn(), relevance);
    }

    private void chosen(List<Line> options) {
        single(code, title(), options, other);
    }

    private void single(String name, LocalizedText title, List<Line> options, boolean elsewhere) {
        var keys = keys(options);
        if (elsewhere) {
            keys.put("-oth-", Other.KEY);
            keys.putIfAbsent("other", Other.KEY);
        }
        add(name, new SingleChoice(QuestionId.next(), title, help, required(), items(options, keys), elsewhere), keys);
    }

    private void several() {
        var keys = keys(rows);
        if (other) {
            keys.putIfAbsent("other", Other.KEY);
        }
        one(
                keys,
                choosesFew()
                        ? new ChoiceOfK(QuestionId.next(), title(), help, required(), few(), items(rows, keys))
                        : new MultipleChoice(QuestionId.next(), title(), help, required(), items(rows, keys), other));
    }

    private void one(Map<String, String> keys, Question question) {
        add(code, question, keys);
    }

    private void ranked() {
        var options = answers.isEmpty() ? rows : answers;
        var keys = keys(options);
        one(keys, new Ranking(QuestionId.next(), title(), help, required(), items(options, keys)));
    }

    /** Numbers that have to come to a hundred are a question of ours. */
    private void numbers() {
        if (isHundred()) {
            var keys = keys(rows);
            one(keys, new Points(QuestionId.next(), title(), help, required(), items(rows, keys)));
            return;
        }
        eachRow((row, name) -> add(name, number(row), Map.of()));
    }

    private NumberQuestion number(LocalizedText title) {
        boolean slider = attributes.is("slider_layout", "1");
        var least = attributes.number(slider ? "slider_min" : "min_num_value_n");
        var greatest = attributes.number(slider ? "slider_max" : "max_num_value_n");
        return new NumberQuestion(
                QuestionId.next(),
                title,
                help,
                required(),
                slider && least == null ? BigDecimal.ZERO : least,
                slider && greatest == null ? BigDecimal.valueOf(USUAL_SLIDER) : greatest,
                attributes.is("num_value_int_only", "1") ? 0 : 2,
                sketch.text(code, units));
    }

    private Scale scale(LocalizedText title, int least, int greatest, LocalizedText low, LocalizedText high) {
        return new Scale(QuestionId.next(), title, help, required(), least, greatest, low, high);
    }

    /** Options that are whole numbers one after the other are a scale; others are chosen among, row by row. */
    private void matrix() {
        int first = answers.isEmpty() ? 0 : step(answers.getFirst());
        int last = first + answers.size() - 1;
        boolean scale = answers.size() >= 3
                && first >= 0
                && last <= Scale.GREATEST
                && IntStream.range(0, answers.size())
                        .allMatch(at -> step(answers.get(at)) == first + at
                                && (isCalled(answers.get(at), first + at)
                                        || (at == 0 || at == last - first) && !isNumber(answers.get(at))));
        eachRow((row, name) -> {
            if (scale) {
                add(name, scale(row, first, last, end(answers.getFirst()), end(answers.getLast())), Map.of());
            } else {
                single(name, row, answers, false);
            }
        });
    }

    /** Below zero for one whose code says none. */
    private static int step(Line option) {
        return Sketch.number(option.code().replaceFirst("^[A-Za-z]+0*", ""))
                .map(Number::intValue)
                .orElse(-1);
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
        if (!attributes.is("show_title", "0") || !attributes.is("show_comment", "0")) {
            sketch.left(code, What.COMMENT, type);
        }
        int kilobytes = attributes.whole("max_filesize", USUAL_MEGABYTES * 1_000);
        return new FileQuestion(
                QuestionId.next(),
                title(),
                help,
                required(),
                attributes.kinds(),
                Math.clamp(attributes.whole("max_num_of_files", 1), 1, FileQuestion.MOST_FILES),
                Math.clamp(Math.ceilDiv(kilobytes, 1_000), 1, FileQuestion.MOST_MEGABYTES));
    }

    private interface ForRow {
        void add(LocalizedText title, String name);
    }

    /** A question for each, that says what all of them ask and what this one is about. */
    private void eachRow(ForRow each) {
        if (rows.isEmpty()) {
            sketch.left(code, What.KIND, type);
        } else if (rows.size() > 1) {
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
