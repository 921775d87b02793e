package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.NumberQuestion;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A number, written as the reader writes numbers. */
@Tag("tl-number")
@JsModule("context://frontend/answer-number.js")
class NumberField extends AnswerElement {

    private static final int LONGEST = 40;

    NumberField(NumberQuestion question, NumberQuestion.Answer answer, Locale locale) {
        var limits = new Limits(this, locale);
        var number = answer.number();
        show(
                new Drawn(
                        question.title().in(locale),
                        question.unit().in(locale),
                        question.decimals(),
                        NumberQuestion.MOST_DIGITS,
                        plain(question.least()),
                        plain(question.greatest()),
                        limits.of(question),
                        getTranslation("answer.number.unreadable"),
                        getTranslation("answer.limits.outside", limits.of(question)),
                        getTranslation("error.SurveyError.TOO_MANY_DECIMALS", question.decimals()),
                        getTranslation("error.SurveyError.NUMBER_TOO_LONG", NumberQuestion.MOST_DIGITS)),
                number == null ? JsonNodeFactory.instance.nullNode() : number.toPlainString());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    static NumberQuestion.Answer read(JsonNode value) {
        var text = value.asString("");
        try {
            return new NumberQuestion.Answer(text.isEmpty() || text.length() > LONGEST ? null : new BigDecimal(text));
        } catch (NumberFormatException _) {
            return new NumberQuestion.Answer(null);
        }
    }

    record Drawn(
            String title,
            String unit,
            int decimals,
            int digits,
            @Nullable String least,
            @Nullable String greatest,
            String limits,
            String unreadable,
            String outside,
            String fine,
            String lengthy) {}
}
