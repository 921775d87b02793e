package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.DateQuestion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A day of the calendar. */
@Tag("tl-date")
@JsModule("context://frontend/answer-date.js")
class DateField extends AnswerElement {

    DateField(DateQuestion question, DateQuestion.Answer answer, Locale locale) {
        var limits = new Limits(this, locale).of(question);
        var day = answer.day();
        // Where every day will do, a day that was chosen is not told so.
        boolean limited = question.earliest() != null || question.latest() != null;
        show(
                new Drawn(
                        question.title().in(locale),
                        text(question.earliest()),
                        text(question.latest()),
                        limits,
                        limited ? "✓ " + limits : getTranslation("answer.options.done"),
                        getTranslation("answer.limits.outside", limits),
                        getTranslation("answer.date.unreadable")),
                day == null ? JsonNodeFactory.instance.nullNode() : day.toString());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static DateQuestion.Answer read(JsonNode value) {
        try {
            var text = value.asString("");
            return new DateQuestion.Answer(text.isEmpty() ? null : LocalDate.parse(text));
        } catch (DateTimeException _) {
            return new DateQuestion.Answer(null);
        }
    }

    record Drawn(
            String title,
            @Nullable String earliest,
            @Nullable String latest,
            String limits,
            String done,
            String outside,
            String unreadable) {}
}
