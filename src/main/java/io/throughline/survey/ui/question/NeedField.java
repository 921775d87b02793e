package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.OwnWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A need in the person's own words, in its four parts. */
@Tag("tl-need")
@JsModule("context://frontend/answer-need.js")
class NeedField extends AnswerElement {

    NeedField(OwnWords question, OwnWords.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        limit(OwnWords.MAX_LENGTH),
                        getTranslation("answer.need.problem"),
                        getTranslation("answer.need.who"),
                        OwnWords.MAX_WHO,
                        getTranslation("answer.need.rest"),
                        List.of(choice("often", OwnWords.Often.values()), choice("badly", OwnWords.Badly.values()))),
                new Value(answer.words(), answer.who(), name(answer.often()), name(answer.badly())));
    }

    private Choice choice(String name, Enum<?>[] constants) {
        return new Choice(
                name,
                getTranslation("answer.need." + name),
                getTranslation("answer.need.unsaid"),
                Arrays.stream(constants)
                        .map(constant -> new Entry(constant.name(), Labels.of(this, constant)))
                        .toList());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** A need told in words only, as a tab may have kept it, is one as well. */
    static OwnWords.Answer read(JsonNode value) {
        return value.isString()
                ? new OwnWords.Answer(value.asString(""))
                : new OwnWords.Answer(
                        value.path("words").asString(""),
                        value.path("who").asString(""),
                        said(OwnWords.Often.values(), value.path("often")),
                        said(OwnWords.Badly.values(), value.path("badly")));
    }

    private static <E extends Enum<E>> @Nullable E said(E[] constants, JsonNode value) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value.asString("")))
                .findFirst()
                .orElse(null);
    }

    record Drawn(
            String title, Limit limit, String problem, String who, int mostWho, String rest, List<Choice> choices) {}

    record Choice(String name, String label, String unsaid, List<Entry> items) {}

    record Value(
            String words,
            String who,
            @Nullable String often,
            @Nullable String badly) {}
}
