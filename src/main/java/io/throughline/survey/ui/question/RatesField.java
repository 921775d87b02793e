package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** How important is each item, and how satisfied one is with it. */
@Tag("tl-rates")
@JsModule("context://frontend/answer-rates.js")
class RatesField extends AnswerElement {

    RatesField(ImportanceSatisfactionByRating question, ImportanceSatisfactionByRating.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        entries(question, locale),
                        List.of(
                                side("importance", "answer.important", "answer.importance"),
                                side("satisfaction", "answer.satisfied", "answer.satisfaction")),
                        getTranslation("answer.satisfaction.open"),
                        getTranslation(
                                "answer.rates.done", open(), question.items().size()),
                        getTranslation("answer.options.clear")),
                new Value(answer.importance(), answer.satisfaction()));
    }

    private Side side(String name, String ask, String label) {
        return new Side(
                name,
                getTranslation(label),
                getTranslation(ask, open()),
                IntStream.rangeClosed(0, ImportanceSatisfactionByRating.SCALE)
                        .mapToObj(value -> getTranslation(label + "." + value))
                        .toList());
    }

    static ImportanceSatisfactionByRating.Answer read(ImportanceSatisfactionByRating question, JsonNode value) {
        return new ImportanceSatisfactionByRating.Answer(
                ratings(question, value.path("importance")), ratings(question, value.path("satisfaction")));
    }

    private static Map<String, Integer> ratings(Question question, JsonNode given) {
        Map<String, Integer> ratings = new LinkedHashMap<>();
        for (var item : question.items()) {
            var rating = given.path(item.key());
            if (rating.isInt()) {
                ratings.put(item.key(), rating.intValue());
            }
        }
        return ratings;
    }

    record Drawn(String title, List<Entry> items, List<Side> sides, String unrated, String done, String clear) {}

    record Side(String name, String label, String ask, List<String> scale) {}

    record Value(Map<String, Integer> importance, Map<String, Integer> satisfaction) {}
}
