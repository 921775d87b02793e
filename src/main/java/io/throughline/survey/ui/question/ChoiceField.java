package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Which k matter most, and how satisfied with each. */
@Tag("tl-choice")
@JsModule("context://frontend/answer-choice.js")
class ChoiceField extends AnswerElement {

    ChoiceField(ImportanceSatisfaction question, ImportanceSatisfaction.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        question.choose(),
                        entries(question, locale),
                        getTranslation("answer.named", open(), question.choose()),
                        getTranslation("answer.named.full", question.choose()),
                        getTranslation("answer.none"),
                        getTranslation("answer.satisfied", open()),
                        getTranslation("answer.satisfaction"),
                        getTranslation("answer.satisfaction.open"),
                        IntStream.rangeClosed(0, ImportanceSatisfaction.SCALE)
                                .mapToObj(value -> getTranslation("answer.satisfaction." + value))
                                .toList(),
                        getTranslation("answer.options.clear")),
                new Value(answer.mattersMost(), answer.none(), answer.satisfaction()));
    }

    static ImportanceSatisfaction.Answer read(ImportanceSatisfaction question, JsonNode value) {
        var keys = question.items().stream().map(Item::key).toList();
        var named = StreamSupport.stream(value.path("named").spliterator(), false)
                .map(key -> key.asString(""))
                .filter(keys::contains)
                .distinct()
                .toList();
        Map<String, Integer> satisfaction = new LinkedHashMap<>();
        for (var key : keys) {
            var rating = value.path("satisfaction").path(key);
            if (rating.isInt()) {
                satisfaction.put(key, rating.intValue());
            }
        }
        return new ImportanceSatisfaction.Answer(named, value.path("none").asBoolean(false), satisfaction);
    }

    record Drawn(
            String title,
            int choose,
            List<Entry> items,
            String chosen,
            String full,
            String none,
            String rate,
            String satisfaction,
            String unrated,
            List<String> scale,
            String clear) {}

    record Value(List<String> named, boolean none, Map<String, Integer> satisfaction) {}
}
