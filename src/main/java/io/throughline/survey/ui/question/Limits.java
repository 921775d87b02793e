package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.NumberQuestion;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a number or a day may be, in words. */
final class Limits {

    private final Component reader;
    private final Locale locale;

    Limits(Component reader, Locale locale) {
        this.reader = reader;
        this.locale = locale;
    }

    String of(NumberQuestion question) {
        if (question.least() == null && question.greatest() == null) {
            return reader.getTranslation("answer.number.any", question.decimals());
        }
        var range = range(written(question.least()), written(question.greatest()));
        return reader.getTranslation("answer.number.limits", range, question.decimals());
    }

    String of(DateQuestion question) {
        return range(written(question.earliest()), written(question.latest()));
    }

    private String range(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return reader.getTranslation("answer.limits.any");
        }
        if (from == null) {
            return reader.getTranslation("answer.limits.to", to);
        }
        return to == null
                ? reader.getTranslation("answer.limits.from", from)
                : reader.getTranslation("answer.limits.between", from, to);
    }

    @Nullable
    String written(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(NumberQuestion.MOST_DECIMALS);
        return format.format(number);
    }

    @Nullable
    String written(@Nullable LocalDate day) {
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day);
    }
}
