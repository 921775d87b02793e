package io.throughline.survey.foreign;

import io.throughline.survey.question.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An option or a subquestion of LimeSurvey.
 *
 * @param id of a subquestion: later files call answers by it, too; empty for an option
 * @param texts in markup, by language
 */
record LimeOption(String id, String code, Map<String, String> texts) {

    /** One the tool says itself. */
    static LimeOption usual(String code, UsualWords words, Collection<String> languages) {
        return new LimeOption("", code, words.in(languages));
    }

    /** Keys of the items, by all that the file calls them. */
    static Map<String, String> keys(List<LimeOption> options) {
        var keys = new LinkedHashMap<>(
                Sketch.keys(options.stream().map(LimeOption::code).toList()));
        options.stream()
                .filter(one -> !one.id().isEmpty())
                .forEach(one -> keys.putIfAbsent("S" + one.id(), keys.getOrDefault(one.code(), "")));
        return keys;
    }

    static List<Item> items(Sketch sketch, String question, List<LimeOption> options, Map<String, String> keys) {
        var items = new ArrayList<Item>();
        for (var one : sketch.limited(question, options)) {
            items.add(new Item(
                    keys.getOrDefault(one.code(), one.code()), sketch.called(question, one.texts(), one.code())));
        }
        return items;
    }
}
