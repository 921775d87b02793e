package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Kano;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Item after item, how one would feel if it were there, and how if it were not. */
@Tag("tl-kano")
@JsModule("context://frontend/answer-kano.js")
class KanoField extends AnswerElement {

    KanoField(Kano question, Kano.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        entries(question, locale),
                        Arrays.stream(Feeling.values())
                                .map(feeling -> new Entry(feeling.name(), Labels.of(this, feeling)))
                                .toList(),
                        getTranslation("answer.kano.there"),
                        getTranslation("answer.kano.missing"),
                        getTranslation("answer.kano.there.long", open()),
                        getTranslation("answer.kano.missing.long", open()),
                        getTranslation(
                                "answer.kano.done", open(), question.items().size()),
                        getTranslation("answer.kano.both", open(), "{1}"),
                        getTranslation("answer.options.clear")),
                answer.pairs());
    }

    static Kano.Answer read(Kano question, JsonNode value) {
        Map<String, Kano.Pair> pairs = new LinkedHashMap<>();
        for (var item : question.items()) {
            var given = value.path(item.key());
            var pair = new Kano.Pair(feeling(given.path("there")), feeling(given.path("missing")));
            if (pair.there() != null || pair.missing() != null) {
                pairs.put(item.key(), pair);
            }
        }
        return new Kano.Answer(pairs);
    }

    private static @Nullable Feeling feeling(JsonNode value) {
        var name = value.asString("");
        return Arrays.stream(Feeling.values())
                .filter(feeling -> feeling.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    record Drawn(
            String title,
            List<Entry> items,
            List<Entry> feelings,
            String there,
            String missing,
            String thereLong,
            String missingLong,
            String done,
            String both,
            String clear) {}
}
