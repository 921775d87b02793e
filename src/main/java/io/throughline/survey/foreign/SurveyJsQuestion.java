package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.foreign.SurveyJsChoices.Option;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
            "acceptedTypes",
            "sourceType",
            "cells",
            "eachRowUnique");

    /** Where none is written any number may be given. */
    private static final BigDecimal ANY_STEP = new BigDecimal("0.01");

    private static final List<String> ENDS = List.of("minRateDescription", "maxRateDescription");
    private static final int USUAL_RATES = 5;
    private static final int USUAL_SLIDER = 100;
    private static final int MEGABYTE = 1_000_000;

    String name() {
        return element.path("name").asString("");
    }

    void add() {
        var type = element.path("type").asString("");
        switch (type) {
            case "radiogroup", "dropdown", "buttongroup" ->
                single(name(), title(), choices().withSpecial(), isRequired());
            case "checkbox", "tagbox" -> several();
            case "imagepicker" -> {
                sketch.left(name(), What.MEDIA, "imageLink");
                if (element.path("multiSelect").asBoolean(false)) {
                    several();
                } else {
                    single(name(), title(), choices().choices(), isRequired());
                }
            }
            case "rating" -> rating();
            case "text" -> typed(name(), title(), element, isRequired());
            case "comment" -> put(name(), new Text(QuestionId.next(), title(), help(), isRequired(), true), Map.of());
            case "ranking" -> ranking();
            case "matrix" -> new SurveyJsRows(this).matrix();
            case "boolean" -> yesOrNo();
            case "file" -> put(name(), file(), Map.of());
            case "multipletext" -> new SurveyJsRows(this).texts();
            case "html", "image" -> sketch.left(name(), What.SHOWN_TEXT, survey.said(element.path("html")));
            default -> sketch.left(name(), What.KIND, type + inside());
        }
        settings(name(), element);
        if (element.path("showCommentArea").asBoolean(element.path("hasComment").asBoolean(false))) {
            sketch.left(name(), What.COMMENT, "showCommentArea");
        }
        survey.leftIfHidden(name(), element);
        if (element.path("readOnly").asBoolean(false)) {
            sketch.left(name(), What.SETTING, "readOnly: true");
        }
    }

    /** What it consists of goes with it. */
    private String inside() {
        var names = Stream.of("templateElements", "columns")
                .flatMap(list -> element.path(list).valueStream())
                .map(one -> one.path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }

    void settings(String name, JsonNode field) {
        SETTINGS.stream()
                .filter(setting -> !field.path(setting).isMissingNode())
                .forEach(setting -> sketch.left(name, What.SETTING, setting + ": " + field.path(setting)));
    }

    SurveyJsChoices choices() {
        return new SurveyJsChoices(sketch, survey, element);
    }

    private LocalizedText title() {
        var title = survey.text(name(), element.path(element.path("title").isMissingNode() ? "label" : "title"));
        return title.isBlank() ? sketch.text(name(), survey.same(name())) : title;
    }

    private LocalizedText help() {
        return survey.text(name(), element.path("description"));
    }

    boolean isRequired() {
        return element.path("isRequired").asBoolean(false);
    }

    private boolean other() {
        return element.path("showOtherItem").asBoolean(element.path("hasOther").asBoolean(false));
    }

    private void put(String name, Question question, Map<String, String> items) {
        sketch.add(
                name, question, items, element.path("choicesOrder").asString("").equals("random"), condition);
    }

    void single(String name, LocalizedText title, List<Option> options, boolean required) {
        var keys = SurveyJsChoices.keys(options);
        if (other()) {
            keys.put("other", Other.KEY);
        }
        put(
                name,
                new SingleChoice(
                        QuestionId.next(), title, help(), required, choices().items(options, keys), other()),
                keys);
    }

    private void several() {
        var options = choices().choices();
        choices().leftSpecial();
        int most = element.path("maxSelectedChoices").asInt(0);
        if (most > 0 && most < options.size() && !other()) {
            var keys = SurveyJsChoices.keys(options);
            var items = choices().items(options, keys);
            put(name(), new ChoiceOfK(QuestionId.next(), title(), help(), isRequired(), most, items), keys);
            return;
        }
        leftMost();
        several(name(), title(), options, isRequired());
    }

    void several(String name, LocalizedText title, List<Option> options, boolean required) {
        var keys = SurveyJsChoices.keys(options);
        if (other()) {
            keys.put("other", Other.KEY);
        }
        put(
                name,
                new MultipleChoice(
                        QuestionId.next(), title, help(), required, choices().items(options, keys), other()),
                keys);
    }

    private void leftMost() {
        int most = element.path("maxSelectedChoices").asInt(0);
        if (most > 0) {
            sketch.left(name(), What.SETTING, "maxSelectedChoices: " + most);
        }
    }

    private void ranking() {
        leftMost();
        var options = choices().choices();
        var keys = SurveyJsChoices.keys(options);
        put(
                name(),
                new Ranking(
                        QuestionId.next(),
                        title(),
                        help(),
                        isRequired(),
                        choices().items(options, keys)),
                keys);
    }

    private void rating() {
        var values = choices().options(element.path("rateValues"));
        int least = element.path("rateMin").asInt(1);
        int counted = element.path("rateCount").asInt(0);
        int greatest = element.path("rateMax").asInt(counted > 0 ? least + counted - 1 : USUAL_RATES);
        if (!values.isEmpty()) {
            if (!SurveyJsChoices.isRun(values)) {
                leftEnds();
                single(name(), title(), values, isRequired());
                return;
            }
            least = Integer.parseInt(values.getFirst().value());
            greatest = Integer.parseInt(values.getLast().value());
        }
        if (element.path("rateStep").asDouble(1) != 1) {
            sketch.left(
                    name(), What.KIND, "rating " + least + "–" + greatest + ", rateStep " + element.path("rateStep"));
        } else if (least == 0 && greatest == Nps.GREATEST) {
            leftEnds();
            put(name(), new Nps(QuestionId.next(), title(), help(), isRequired()), Map.of());
        } else if (least >= 0 && greatest > least && greatest <= Scale.GREATEST) {
            var low = survey.text(name(), element.path(ENDS.getFirst()));
            var high = survey.text(name(), element.path(ENDS.getLast()));
            put(
                    name(),
                    new Scale(QuestionId.next(), title(), help(), isRequired(), least, greatest, low, high),
                    Map.of());
        } else {
            sketch.left(name(), What.KIND, "rating " + least + "–" + greatest);
        }
    }

    private void leftEnds() {
        ENDS.stream()
                .filter(end -> !element.path(end).isMissingNode())
                .forEach(end -> sketch.left(name(), What.SETTING, end + ": " + survey.said(element.path(end))));
    }

    void scale(String name, LocalizedText title, List<Option> steps, boolean required) {
        int least = Integer.parseInt(steps.getFirst().value());
        int greatest = Integer.parseInt(steps.getLast().value());
        var none = LimeSurvey.none();
        put(name, new Scale(QuestionId.next(), title, help(), required, least, greatest, none, none), Map.of());
    }

    void typed(String name, LocalizedText title, JsonNode field, boolean required) {
        var type = field.path("inputType").asString("text");
        if (!List.of("text", "number", "range", "date").contains(type)) {
            sketch.left(name, What.SETTING, "inputType: " + type);
        }
        put(
                name,
                switch (type) {
                    case "number", "range" -> number(name, title, field, required);
                    case "date", "datetime-local", "datetime" ->
                        new DateQuestion(
                                QuestionId.next(),
                                title,
                                help(),
                                required,
                                day(name, field.path("min")),
                                day(name, field.path("max")));
                    default -> new Text(QuestionId.next(), title, help(), required, false);
                },
                Map.of());
    }

    /** A slider goes by whole numbers from 0 to 100 where nothing else is written. */
    private NumberQuestion number(String name, LocalizedText title, JsonNode field, boolean required) {
        boolean slider = field.path("inputType").asString("").equals("range");
        var step = Sketch.number(field.path("step").asString("")).orElse(slider ? BigDecimal.ONE : ANY_STEP);
        return new NumberQuestion(
                QuestionId.next(),
                title,
                help(),
                required,
                end(name, field, "min", slider ? BigDecimal.ZERO : null),
                end(name, field, "max", slider ? BigDecimal.valueOf(USUAL_SLIDER) : null),
                Math.clamp(step.stripTrailingZeros().scale(), 0, NumberQuestion.MOST_DECIMALS),
                LimeSurvey.none());
    }

    private @Nullable BigDecimal end(String name, JsonNode field, String end, @Nullable BigDecimal usual) {
        var written = field.path(end).asString("");
        var number = Sketch.number(written);
        if (number.isEmpty() && !written.isEmpty()) {
            sketch.left(name, What.SETTING, end + ": " + written);
        }
        return number.orElse(usual);
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
                        choices().labelled("labelTrue", Map.of("en", "Yes", "de", "Ja"))),
                new Option(
                        element.path("valueFalse").asString("false"),
                        choices().labelled("labelFalse", Map.of("en", "No", "de", "Nein"))));
        single(name(), title(), options, isRequired());
    }

    private FileQuestion file() {
        int most = element.path("allowMultiple").asBoolean(false)
                ? element.path("maxFiles").asInt(FileQuestion.MOST_FILES)
                : 1;
        int bytes = element.path("maxSize").asInt(FileQuestion.MOST_MEGABYTES * MEGABYTE);
        return new FileQuestion(
                QuestionId.next(),
                title(),
                help(),
                isRequired(),
                List.of(FileKind.values()),
                Math.clamp(most, 1, FileQuestion.MOST_FILES),
                Math.clamp(Math.ceilDiv(Math.max(1, bytes), MEGABYTE), 1, FileQuestion.MOST_MEGABYTES));
    }
}
