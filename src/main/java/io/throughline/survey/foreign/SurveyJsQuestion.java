package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One element of SurveyJS as one question of ours, or as several where it has rows. */
record SurveyJsQuestion(Sketch sketch, SurveyJs survey, JsonNode element, String condition) {

    /** What changes when or how a question may be answered, and has no equal here. */
    private static final List<String> SETTINGS = List.of(
            "requiredIf",
            "enableIf",
            "choicesVisibleIf",
            "choicesEnableIf",
            "choicesByUrl",
            "choicesFromQuestion",
            "defaultValue",
            "defaultValueExpression",
            "setValueExpression",
            "validators",
            "correctAnswer",
            "minSelectedChoices",
            "maxLength",
            "otherText",
            "rowsVisibleIf",
            "columnsVisibleIf",
            "rowsOrder",
            "valueName",
            "maskType",
            "inputMask",
            "minValueExpression",
            "maxValueExpression",
            "resetValueIf",
            "acceptedTypes");

    /** Where none is written any number may be given. */
    private static final BigDecimal ANY_STEP = new BigDecimal("0.01");

    private static final int USUAL_RATES = 5;
    private static final int MEGABYTE = 1_000_000;

    private String name() {
        return element.path("name").asString("");
    }

    void add() {
        var type = element.path("type").asString("");
        switch (type) {
            case "radiogroup", "dropdown", "buttongroup" -> single(name(), title(), withNone(choices()));
            case "checkbox", "tagbox" -> several();
            case "imagepicker" -> {
                sketch.left(name(), What.MEDIA, "imageLink");
                if (element.path("multiSelect").asBoolean(false)) {
                    several();
                } else {
                    single(name(), title(), choices());
                }
            }
            case "rating" -> rating();
            case "text" -> typed(name(), title(), element);
            case "comment" -> put(name(), new Text(Sketch.fresh(), title(), help(), required(), true), Map.of());
            case "ranking" -> ranking();
            case "matrix" -> matrix();
            case "boolean" -> yesOrNo();
            case "file" -> put(name(), file(), Map.of());
            case "multipletext" -> {
                sketch.left(
                        name(), What.ROWS, String.valueOf(element.path("items").size()));
                element.path("items")
                        .forEach(item -> typed(
                                name() + "_" + item.path("name").asString(""),
                                row(item.path("title").isMissingNode() ? item.path("name") : item.path("title")),
                                item));
            }
            case "html", "image" ->
                sketch.left(
                        name(),
                        What.SHOWN_TEXT,
                        PlainText.of(element.path("html").asString("")).text());
            default -> sketch.left(name(), What.KIND, type);
        }
        SETTINGS.stream()
                .filter(setting -> !element.path(setting).isMissingNode())
                .forEach(setting -> sketch.left(name(), What.SETTING, setting + ": " + element.path(setting)));
        if (element.path("showCommentArea").asBoolean(element.path("hasComment").asBoolean(false))) {
            sketch.left(name(), What.COMMENT, "showCommentArea");
        }
        if (!element.path("visible").asBoolean(true)
                && element.path("visibleIf").isMissingNode()) {
            sketch.left(name(), What.SETTING, "visible: false");
        }
        if (element.path("readOnly").asBoolean(false)) {
            sketch.left(name(), What.SETTING, "readOnly: true");
        }
    }

    private LocalizedText title() {
        var title = survey.text(name(), element.path("title"));
        return title.isBlank() ? sketch.text(name(), survey.same(name())) : title;
    }

    private LocalizedText help() {
        return survey.text(name(), element.path("description"));
    }

    private boolean required() {
        return element.path("isRequired").asBoolean(false)
                || element.path("isAllRowRequired")
                        .asBoolean(element.path("eachRowRequired").asBoolean(false));
    }

    private boolean other() {
        return element.path("showOtherItem").asBoolean(element.path("hasOther").asBoolean(false));
    }

    private void put(String name, Question question, Map<String, String> items) {
        sketch.add(
                name, question, items, element.path("choicesOrder").asString("").equals("random"), condition);
    }

    /** @param value as conditions name it */
    private record Option(String value, Map<String, String> texts) {}

    private List<Option> choices() {
        var order = element.path("choicesOrder").asString("none");
        if (!List.of("none", "random", "initial").contains(order)) {
            sketch.left(name(), What.SETTING, "choicesOrder: " + order);
        }
        var options = new ArrayList<>(options(element.path("choices")));
        options.addAll(numbered());
        return options;
    }

    /** A run of numbers, written by its ends. */
    private List<Option> numbered() {
        int greatest = element.path("choicesMax").asInt(0);
        int step = element.path("choicesStep").asInt(1);
        var options = new ArrayList<Option>();
        for (long one = element.path("choicesMin").asInt(0);
                greatest != 0 && step > 0 && one <= greatest && options.size() <= Question.MAX_ITEMS;
                one += step) {
            options.add(new Option(String.valueOf(one), survey.same(String.valueOf(one))));
        }
        return options;
    }

    /** Where one is chosen, "none" is one of them; where several are, it is always offered here. */
    private List<Option> withNone(List<Option> options) {
        if (!element.path("showNoneItem").asBoolean(element.path("hasNone").asBoolean(false))) {
            return options;
        }
        var all = new ArrayList<>(options);
        all.add(new Option("none", labelled("noneText", Map.of("en", "None", "de", "Nichts davon"))));
        return all;
    }

    private List<Option> options(JsonNode listed) {
        var options = new ArrayList<Option>();
        for (var one : listed) {
            if (one.isString() && one.asString().indexOf('|') > 0) {
                // As it is written by hand: the value, and what people read.
                var parts = one.asString().split("\\|", 2);
                options.add(new Option(parts[0], survey.texts(StringNode.valueOf(parts[1]))));
                continue;
            }
            var value = one.isObject() ? one.path("value") : one;
            var texts = survey.texts(one.isObject() && !one.path("text").isMissingNode() ? one.path("text") : value);
            options.add(new Option(value.asString(""), texts));
            if (!one.path("visibleIf").isMissingNode() || !one.path("enableIf").isMissingNode()) {
                sketch.left(name(), What.SETTING, "choice: " + value.asString(""));
            }
        }
        return options;
    }

    private void single(String name, LocalizedText title, List<Option> options) {
        var keys = keys(options);
        if (other()) {
            keys.put("other", Other.KEY);
        }
        put(name, new SingleChoice(Sketch.fresh(), title, help(), required(), items(options, keys), other()), keys);
    }

    private void several() {
        var options = choices();
        var keys = keys(options);
        int most = element.path("maxSelectedChoices").asInt(0);
        if (most > 0 && most < options.size() && !other()) {
            put(name(), new ChoiceOfK(Sketch.fresh(), title(), help(), required(), most, items(options, keys)), keys);
            return;
        }
        if (most > 0) {
            sketch.left(name(), What.SETTING, "maxSelectedChoices: " + most);
        }
        if (other()) {
            keys.put("other", Other.KEY);
        }
        put(
                name(),
                new MultipleChoice(Sketch.fresh(), title(), help(), required(), items(options, keys), other()),
                keys);
    }

    private void ranking() {
        var options = choices();
        var keys = keys(options);
        put(name(), new Ranking(Sketch.fresh(), title(), help(), required(), items(options, keys)), keys);
    }

    private void rating() {
        var values = options(element.path("rateValues"));
        int least = element.path("rateMin").asInt(1);
        int greatest = element.path("rateMax").asInt(element.path("rateCount").asInt(USUAL_RATES));
        if (!values.isEmpty()) {
            if (!isRun(values)) {
                single(name(), title(), values);
                return;
            }
            least = Integer.parseInt(values.getFirst().value());
            greatest = Integer.parseInt(values.getLast().value());
        }
        if (element.path("rateStep").asDouble(1) != 1) {
            sketch.left(
                    name(), What.KIND, "rating " + least + "–" + greatest + ", rateStep " + element.path("rateStep"));
        } else if (least == 0 && greatest == Nps.GREATEST) {
            put(name(), new Nps(Sketch.fresh(), title(), help(), required()), Map.of());
        } else if (least >= 0 && greatest > least && greatest <= Scale.GREATEST) {
            put(
                    name(),
                    scale(
                            title(),
                            least,
                            greatest,
                            survey.text(name(), element.path("minRateDescription")),
                            survey.text(name(), element.path("maxRateDescription"))),
                    Map.of());
        } else {
            sketch.left(name(), What.KIND, "rating " + least + "–" + greatest);
        }
    }

    /** Whole numbers one after the other, called nothing but their number. */
    private static boolean isRun(List<Option> options) {
        for (int at = 0; at < options.size(); at++) {
            var value = options.get(at).value();
            boolean number = value.matches("\\d{1,2}")
                    && options.get(at).texts().values().stream().allMatch(value::equals);
            if (!number
                    || at > 0
                            && Integer.parseInt(value)
                                    != Integer.parseInt(options.get(at - 1).value()) + 1) {
                return false;
            }
        }
        return options.size() > 1 && Integer.parseInt(options.getLast().value()) <= Scale.GREATEST;
    }

    private Scale scale(LocalizedText title, int least, int greatest, LocalizedText low, LocalizedText high) {
        return new Scale(Sketch.fresh(), title, help(), required(), least, greatest, low, high);
    }

    private void typed(String name, LocalizedText title, JsonNode field) {
        var type = field.path("inputType").asString("text");
        put(
                name,
                switch (type) {
                    case "number", "range" -> number(title, field);
                    case "date", "datetime-local", "datetime" -> {
                        if (!type.equals("date")) {
                            sketch.left(name, What.SETTING, "inputType: " + type);
                        }
                        yield new DateQuestion(
                                Sketch.fresh(),
                                title,
                                help(),
                                required(),
                                day(name, field.path("min")),
                                day(name, field.path("max")));
                    }
                    default -> {
                        if (!type.equals("text")) {
                            sketch.left(name, What.SETTING, "inputType: " + type);
                        }
                        yield new Text(Sketch.fresh(), title, help(), required(), false);
                    }
                },
                Map.of());
    }

    private NumberQuestion number(LocalizedText title, JsonNode field) {
        var step = Sketch.number(field.path("step").asString("")).orElse(ANY_STEP);
        return new NumberQuestion(
                Sketch.fresh(),
                title,
                help(),
                required(),
                Sketch.number(field.path("min").asString("")).orElse(null),
                Sketch.number(field.path("max").asString("")).orElse(null),
                Math.clamp(step.stripTrailingZeros().scale(), 0, NumberQuestion.MOST_DECIMALS),
                LimeSurvey.none());
    }

    private @Nullable LocalDate day(String name, JsonNode written) {
        var text = written.asString("");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            sketch.left(name, What.SETTING, "min, max: " + text);
            return null;
        }
    }

    private void yesOrNo() {
        var options = List.of(
                new Option(
                        element.path("valueTrue").asString("true"),
                        labelled("labelTrue", Map.of("en", "Yes", "de", "Ja"))),
                new Option(
                        element.path("valueFalse").asString("false"),
                        labelled("labelFalse", Map.of("en", "No", "de", "Nein"))));
        single(name(), title(), options);
    }

    private Map<String, String> labelled(String property, Map<String, String> usual) {
        var texts = survey.texts(element.path(property));
        if (!texts.isEmpty()) {
            return texts;
        }
        var known = new TreeMap<>(usual);
        known.keySet().retainAll(survey.languages());
        return known.isEmpty() ? survey.same(usual.getOrDefault("en", "")) : known;
    }

    private void matrix() {
        var rows = options(element.path("rows"));
        var columns = sketch.limited(name(), options(element.path("columns")));
        if (rows.size() > 1) {
            sketch.left(name(), What.ROWS, String.valueOf(rows.size()));
        }
        for (var row : rows) {
            var texts = new TreeMap<String, String>();
            var whole = survey.texts(element.path("title"));
            row.texts()
                    .forEach((language, words) -> texts.put(
                            language,
                            (whole.getOrDefault(
                                            language,
                                            whole.values().stream().findFirst().orElse(name())) + " – " + words)));
            var title = sketch.text(name(), texts);
            var name = name() + "." + row.value();
            if (isRun(columns)) {
                put(
                        name,
                        scale(
                                title,
                                Integer.parseInt(columns.getFirst().value()),
                                Integer.parseInt(columns.getLast().value()),
                                LimeSurvey.none(),
                                LimeSurvey.none()),
                        Map.of());
            } else {
                single(name, title, columns);
            }
        }
        if (rows.isEmpty()) {
            sketch.left(name(), What.KIND, "matrix");
        }
    }

    private LocalizedText row(JsonNode row) {
        var texts = new TreeMap<String, String>();
        var whole = survey.texts(element.path("title"));
        survey.texts(row)
                .forEach((language, words) ->
                        texts.put(language, whole.containsKey(language) ? whole.get(language) + " – " + words : words));
        return sketch.text(name(), texts);
    }

    private FileQuestion file() {
        int most = element.path("allowMultiple").asBoolean(false)
                ? element.path("maxFiles").asInt(FileQuestion.MOST_FILES)
                : 1;
        int bytes = element.path("maxSize").asInt(FileQuestion.MOST_MEGABYTES * MEGABYTE);
        return new FileQuestion(
                Sketch.fresh(),
                title(),
                help(),
                required(),
                List.of(FileKind.values()),
                Math.clamp(most, 1, FileQuestion.MOST_FILES),
                Math.clamp(Math.ceilDiv(Math.max(1, bytes), MEGABYTE), 1, FileQuestion.MOST_MEGABYTES));
    }

    private static Map<String, String> keys(List<Option> options) {
        return new LinkedHashMap<>(
                Sketch.keys(options.stream().map(Option::value).toList()));
    }

    private List<Item> items(List<Option> options, Map<String, String> keys) {
        return sketch.limited(name(), options).stream()
                .map(option -> new Item(
                        keys.getOrDefault(option.value(), option.value()), sketch.text(name(), option.texts())))
                .toList();
    }
}
