package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A step between two ends. */
@Tag("tl-scale")
@JsModule("context://frontend/answer-scale.js")
class ScaleField extends AnswerElement {

    ScaleField(Scale question, Scale.Answer answer, Locale locale) {
        show(
                drawn(
                        question,
                        locale,
                        question.least(),
                        question.greatest(),
                        question.low().in(locale),
                        question.high().in(locale)),
                said(answer.step()));
    }

    ScaleField(Nps question, Nps.Answer answer, Locale locale) {
        show(
                drawn(
                        question,
                        locale,
                        0,
                        Nps.GREATEST,
                        getTranslation("answer.nps.low"),
                        getTranslation("answer.nps.high")),
                said(answer.step()));
    }

    private Drawn drawn(Question question, Locale locale, int least, int greatest, String low, String high) {
        return new Drawn(
                question.title().in(locale),
                least,
                greatest,
                low,
                high,
                getTranslation("answer.options.one"),
                getTranslation("answer.scale.done", open()),
                getTranslation("answer.options.clear"));
    }

    /** Nothing is a value, too: JSON null. */
    private static Object said(@Nullable Integer step) {
        return step == null ? JsonNodeFactory.instance.nullNode() : step;
    }

    static @Nullable Integer read(JsonNode value) {
        return value.isInt() ? value.intValue() : null;
    }

    record Drawn(
            String title, int least, int greatest, String low, String high, String open, String done, String clear) {}
}
