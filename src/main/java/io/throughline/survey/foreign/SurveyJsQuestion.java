package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.foreign.SurveyJsChoices.Option;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One element of SurveyJS as one question of ours, or as several where it has rows.
 *
 * @param condition of the element and all that is around it
 * @param help read once, however many rows say it
 */
record SurveyJsQuestion(Sketch sketch, SurveyJs survey, JsonNode element, String condition, LocalizedText help) {

    /** What changes when or how a question may be answered, and has no equal here. */
    private static final List<String> SETTINGS = List.of(
            "requiredIf",
            "enableIf",
            "allowCustomChoices",
            "choicesVisibleIf",
            "choicesEnableIf",
            "choicesByUrl",
            "choicesFromQuestion",
            "choicesLazyLoadEnabled",
            "hideIfChoicesEmpty",
            "hideIfRowsEmpty",
            "selectToRankEnabled",
            "defaultValue",
            "defaultValueExpression",
            "setValueExpression",
            "validators",
            "correctAnswer",
            "minSelectedChoices",
            "minLength",
            "maxLength",
            "dataList",
            "expression",
            "choiceValuesFromQuestion",
            "choiceTextsFromQuestion",
            "showSelectAllItem",
            "hasSelectAll",
            "otherText",
            "placeholder",
            "placeHolder",
            "otherPlaceholder",
            "otherPlaceHolder",
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

    /** Of those, what is an answer. */
    private static final Set<String> ANSWERS = Set.of("defaultValue", "correctAnswer");

    String name() {
        return element.path("name").asString("");
    }

    void add() {
        var type = element.path("type").asString("");
        switch (type) {
            case "radiogroup", "dropdown", "buttongroup" -> single(choices().withSpecial());
            case "checkbox", "tagbox" -> several();
            case "imagepicker" -> {
                sketch.left(name(), What.MEDIA, "imageLink");
                if (element.path("multiSelect").asBoolean(false)) {
                    several();
                } else {
                    single(choices().choices());
                }
            }
            case "rating" -> new SurveyJsRating(this).add();
            case "text" -> new SurveyJsField(this, element, name()).add(title(), isRequired());
            case "comment" -> put(name(), new Text(QuestionId.next(), title(), help, isRequired(), true), Map.of());
            case "ranking" -> ranking();
            case "matrix" -> new SurveyJsRows(this).matrix();
            case "boolean" -> yesOrNo();
            case "file" -> put(name(), new SurveyJsFile(this).asked(), Map.of());
            case "multipletext" -> new SurveyJsRows(this).texts();
            case "html" -> sketch.left(name(), What.SHOWN_TEXT, survey.said(element.path("html")));
            case "image" -> sketch.left(name(), What.MEDIA, survey.said(element.path("imageLink")));
            default -> sketch.left(name(), What.KIND, type + inside());
        }
        settings(name(), element);
        if (element.path("showCommentArea").asBoolean(element.path("hasComment").asBoolean(false))) {
            sketch.left(name(), What.COMMENT, "showCommentArea");
        }
        if (element.path("titleLocation").asString("").equals("hidden")) {
            // There people read the hint in the field instead; here every question says what it asks.
            sketch.left(name(), What.SETTING, "titleLocation: hidden");
        }
        survey.settings().leftIfHidden(element, name());
        if (element.path("readOnly").asBoolean(false)) {
            sketch.left(name(), What.SETTING, "readOnly: true");
        }
    }

    /** What it consists of goes with it. */
    private String inside() {
        var names = Stream.of("templateElements", "elements", "rows", "columns")
                .flatMap(list -> element.path(list).valueStream())
                .map(one -> one.path(one.has("name") ? "name" : "value").asString(one.asString("")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }

    void settings(String name, JsonNode field) {
        SETTINGS.stream()
                .filter(setting -> isSet(setting, field.path(setting)))
                .filter(setting -> !setting.equals("requiredIf") || !name.equals(name()) || !isRequiredWhenShown())
                .forEach(setting -> sketch.left(name, What.SETTING, setting + ": " + field.path(setting)));
    }

    /** What is said of "something else" where it isn't offered is none, and one choice at least is what "required" says. */
    private boolean isSet(String setting, JsonNode value) {
        return isSaid(setting, value)
                && (other() || !setting.startsWith("other"))
                && !(setting.equals("minSelectedChoices") && value.asInt(0) == 1);
    }

    /** What is empty sets nothing, nor does what is not switched on; an answer may be "no". */
    private static boolean isSaid(String setting, JsonNode value) {
        return value.isValueNode()
                ? !value.isNull()
                        && !value.asString("").isBlank()
                        && (ANSWERS.contains(setting) || !value.asString("").equals("false"))
                : !value.isEmpty();
    }

    SurveyJsChoices choices() {
        return new SurveyJsChoices(sketch, survey, element);
    }

    LocalizedText title() {
        var title = survey.text(name(), element.path(element.path("title").isMissingNode() ? "label" : "title"));
        return title.isBlank() ? sketch.text(name(), survey.same(name())) : title;
    }

    boolean isRequired() {
        // There at least one must be chosen even of a question that is not marked as required.
        int fewest = element.path("minSelectedChoices").asInt(0);
        return element.path("isRequired").asBoolean(false) || fewest > 0 || isRequiredWhenShown();
    }

    /** As editors write it who set both by the same rule. */
    private boolean isRequiredWhenShown() {
        var required = element.path("requiredIf").asString("").strip();
        var shown = element.path("visibleIf").asString("").strip();
        return !required.isEmpty() && required.equals(shown);
    }

    private boolean other() {
        return element.path("showOtherItem").asBoolean(element.path("hasOther").asBoolean(false));
    }

    void put(String name, Question question, Map<String, String> items) {
        sketch.row(name, name());
        sketch.add(
                name,
                question,
                inAnyCase(items),
                element.path("choicesOrder").asString("").equals("random"),
                condition);
    }

    /** Conditions there don't tell "Yes" from "yes", unless both can be chosen. */
    private static Map<String, String> inAnyCase(Map<String, String> items) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        items.forEach(all::putIfAbsent);
        return all.size() == items.size() ? all : items;
    }

    void single(List<Option> options) {
        single(name(), title(), choice(options), isRequired());
    }

    /** What is chosen from. @param keys by what conditions call it @param other whether something else may be said */
    record Choice(Map<String, String> keys, List<Item> items, boolean other) {}

    Choice choice(List<Option> options) {
        var keys = SurveyJsChoices.keys(options);
        var items = choices().items(options, keys);
        if (other()) {
            keys.put("other", Other.KEY);
        }
        return new Choice(keys, items, other());
    }

    void single(String name, LocalizedText title, Choice choice, boolean required) {
        put(
                name,
                new SingleChoice(QuestionId.next(), title, help, required, choice.items(), choice.other()),
                choice.keys());
    }

    private void several() {
        var options = choices().choices();
        choices().leftSpecial();
        int most = element.path("maxSelectedChoices").asInt(0);
        var title = title();
        var choice = choice(options);
        if (most > 0 && most < options.size() && !choice.other()) {
            put(
                    name(),
                    new ChoiceOfK(QuestionId.next(), title, help, isRequired(), most, choice.items()),
                    choice.keys());
            return;
        }
        leftMost(options.size() + (choice.other() ? 1 : 0));
        several(name(), title, choice, isRequired());
    }

    void several(String name, LocalizedText title, Choice choice, boolean required) {
        put(
                name,
                new MultipleChoice(QuestionId.next(), title, help, required, choice.items(), choice.other()),
                choice.keys());
    }

    /** Who may choose all that is offered loses nothing. */
    private void leftMost(int offered) {
        int most = element.path("maxSelectedChoices").asInt(0);
        if (most > 0 && most < offered) {
            sketch.left(name(), What.SETTING, "maxSelectedChoices: " + most);
        }
    }

    private void ranking() {
        var options = choices().choices();
        leftMost(options.size());
        var keys = SurveyJsChoices.keys(options);
        put(
                name(),
                new Ranking(
                        QuestionId.next(),
                        title(),
                        help,
                        isRequired(),
                        choices().items(options, keys)),
                keys);
    }

    void scale(String name, LocalizedText title, List<Option> steps, boolean required) {
        int least = Integer.parseInt(steps.getFirst().value());
        int greatest = Integer.parseInt(steps.getLast().value());
        var none = SurveyJsField.NOTHING;
        put(name, new Scale(QuestionId.next(), title, help, required, least, greatest, none, none), Map.of());
    }

    private void yesOrNo() {
        var options = List.of(
                new Option(element.path("valueTrue").asString("true"), choices().labelled("labelTrue", UsualWords.YES)),
                new Option(
                        element.path("valueFalse").asString("false"), choices().labelled("labelFalse", UsualWords.NO)));
        single(options);
    }
}
