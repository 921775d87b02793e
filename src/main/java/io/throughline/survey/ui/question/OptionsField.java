package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.SingleChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One of several options, any number of them, or k of them; with something else in own words where it is offered. */
@Tag("tl-options")
@JsModule("context://frontend/answer-options.js")
class OptionsField extends AnswerElement {

    OptionsField(SingleChoice question, SingleChoice.Answer answer, Locale locale) {
        show(
                drawn(question, locale, true, 0, question.other(), "answer.options.one", "answer.options.done"),
                new Value(answer.keys(), false, answer.words()));
    }

    OptionsField(MultipleChoice question, MultipleChoice.Answer answer, Locale locale) {
        show(
                drawn(question, locale, false, 0, question.other(), "answer.options.any", "answer.options.some"),
                new Value(answer.chosen(), answer.none(), answer.words()));
    }

    OptionsField(ChoiceOfK question, ChoiceOfK.Answer answer, Locale locale) {
        show(
                drawn(question, locale, false, question.choose(), false, "answer.named", "answer.named"),
                new Value(answer.chosen(), answer.none(), ""));
    }

    private Drawn drawn(
            Question question, Locale locale, boolean single, int choose, boolean other, String open, String some) {
        var options = new ArrayList<>(entries(question, locale));
        if (other) {
            options.add(new Entry(Other.KEY, getTranslation("answer.other")));
        }
        return new Drawn(
                question.title().in(locale),
                single,
                choose,
                options,
                Other.KEY,
                Other.MAX_LENGTH,
                getTranslation("answer.other.words"),
                single ? "" : getTranslation("answer.none"),
                getTranslation("answer.options.clear"),
                getTranslation(open, 0, choose),
                getTranslation(some, open(), choose),
                getTranslation("answer.named.full", choose));
    }

    static SingleChoice.Answer read(SingleChoice question, JsonNode value) {
        var chosen = chosen(question, question.other(), value);
        return new SingleChoice.Answer(chosen.isEmpty() ? null : chosen.getFirst(), words(chosen, value));
    }

    static MultipleChoice.Answer read(MultipleChoice question, JsonNode value) {
        var chosen = chosen(question, question.other(), value);
        return new MultipleChoice.Answer(chosen, none(value), words(chosen, value));
    }

    static ChoiceOfK.Answer read(ChoiceOfK question, JsonNode value) {
        return new ChoiceOfK.Answer(chosen(question, false, value), none(value));
    }

    private static List<String> chosen(Question question, boolean other, JsonNode value) {
        var keys = question.items().stream().map(Item::key).toList();
        return StreamSupport.stream(value.path("chosen").spliterator(), false)
                .map(key -> key.asString(""))
                .filter(key -> keys.contains(key) || other && key.equals(Other.KEY))
                .distinct()
                .toList();
    }

    private static boolean none(JsonNode value) {
        return value.path("none").asBoolean(false);
    }

    private static String words(List<String> chosen, JsonNode value) {
        return chosen.contains(Other.KEY) ? value.path("words").asString("") : "";
    }

    /**
     * @param choose how many may be chosen; 0 for no limit
     * @param none the words for none of them; empty where it can't be said
     * @param other key of the option that is told in own words, of at most so many characters
     * @param open what is said while nothing is chosen
     */
    record Drawn(
            String title,
            boolean single,
            int choose,
            List<Entry> items,
            String other,
            int most,
            String words,
            String none,
            String clear,
            String open,
            String chosen,
            String full) {}

    record Value(List<String> chosen, boolean none, String words) {}
}
