package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What an element of SurveyJS offers to choose from. */
record SurveyJsChoices(Sketch sketch, SurveyJs survey, JsonNode element) {

    /** @param value as conditions name it */
    record Option(String value, Map<String, String> texts) {}

    /** One that is offered beside the choices. @param older what it was called before, the same if it wasn't */
    private record Special(String property, String older, String value, UsualWords words) {}

    private static final List<Special> SPECIAL = List.of(
            new Special("showNoneItem", "hasNone", "none", UsualWords.NONE),
            new Special("showRefuseItem", "showRefuseItem", "refused", UsualWords.REFUSED),
            new Special("showDontKnowItem", "showDontKnowItem", "dontknow", UsualWords.DONT_KNOW));

    /** What may be said of one choice alone, and has no equal here. */
    private static final List<String> OF_ONE =
            List.of("visibleIf", "enableIf", "isExclusive", "showCommentArea", "elements");

    private String name() {
        return element.path("name").asString("");
    }

    List<Option> choices() {
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

    /** Where one is chosen, "none" and the like are choices as others are. */
    List<Option> withSpecial() {
        var all = new ArrayList<>(choices());
        SPECIAL.stream()
                .filter(this::offers)
                .forEach(one -> all.add(new Option(
                        one.value(),
                        labelled(one.property().replace("show", "").replace("Item", "Text"), one.words()))));
        return all;
    }

    /** Where several are, "none" is always offered here, in words of ours; what else is offered beside them can't be. */
    void leftSpecial() {
        var none = survey.said(element.path("noneText"));
        if (!none.isEmpty()) {
            sketch.left(name(), What.SETTING, "noneText: " + none);
        }
        SPECIAL.stream()
                .filter(one -> !one.value().equals("none") && offers(one))
                .forEach(one -> sketch.left(name(), What.SETTING, one.property()));
    }

    private boolean offers(Special one) {
        return element.path(one.property()).asBoolean(element.path(one.older()).asBoolean(false));
    }

    List<Option> options(JsonNode listed) {
        var options = new ArrayList<Option>();
        for (var one : listed) {
            if (one.isString() && one.asString().indexOf('|') > 0) {
                // As it is written by hand: the value, and what people read.
                var parts = one.asString().split("\\|", 2);
                options.add(new Option(parts[0], survey.texts(StringNode.valueOf(parts[1]))));
                continue;
            }
            var value = one.isObject() ? one.path("value") : one;
            var said = one.isObject() ? survey.texts(one.path("text")) : Map.<String, String>of();
            boolean silent = said.values().stream().allMatch(String::isBlank);
            options.add(new Option(value.asString(""), silent ? survey.texts(value) : said));
            if (OF_ONE.stream().anyMatch(name -> !one.path(name).isMissingNode())) {
                sketch.left(name(), What.SETTING, "choice: " + value.asString(""));
            }
        }
        return options;
    }

    /** What is written there, else what is usually said, in the languages of the survey. */
    Map<String, String> labelled(String property, UsualWords words) {
        var lower = Character.toLowerCase(property.charAt(0)) + property.substring(1);
        var texts = survey.texts(element.path(lower));
        return texts.values().stream().allMatch(String::isBlank) ? words.in(survey.languages()) : texts;
    }

    static Map<String, String> keys(List<Option> options) {
        return new LinkedHashMap<>(
                Sketch.keys(options.stream().map(Option::value).toList()));
    }

    /** What shows nothing is called by its value, as there. A value that stands there twice has a key of its own here. */
    List<Item> items(List<Option> options, Map<String, String> keys) {
        var named = Set.copyOf(keys.values());
        var used = new HashSet<String>();
        var items = new ArrayList<Item>();
        for (var option : sketch.limited(name(), options)) {
            var key = keys.getOrDefault(option.value(), option.value());
            for (int number = 1; !used.add(key); number++) {
                key = named.contains("i" + number) ? key : "i" + number;
            }
            items.add(new Item(key, sketch.called(name(), option.texts(), option.value())));
        }
        return items;
    }

    /** Whole numbers one after the other, called nothing but their number. */
    static boolean isRun(List<Option> options) {
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
        return options.size() > 1
                && Integer.parseInt(options.getFirst().value()) <= 1
                && Integer.parseInt(options.getLast().value()) <= Scale.GREATEST;
    }
}
