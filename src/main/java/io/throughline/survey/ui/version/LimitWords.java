package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Component;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What belongs to a question's type alone, as a sentence. */
final class LimitWords {

    private final Component reader;
    private final Locale locale;

    LimitWords(Component reader, Locale locale) {
        this.reader = reader;
        this.locale = locale;
    }

    String of(Question question) {
        return switch (question) {
            case ChoiceOfK one -> reader.getTranslation("version.limit.choose", one.choose());
            case ImportanceSatisfaction one -> reader.getTranslation("version.limit.choose", one.choose());
            case BestWorst one ->
                reader.getTranslation("version.limit.sets", one.sets().size(), one.perSet(), one.times());
            case Scale one -> reader.getTranslation("version.limit.steps", one.least(), one.greatest());
            case NumberQuestion one ->
                range(one.least(), one.greatest(), number -> Texts.number(number, locale)) + " · "
                        + reader.getTranslation("version.limit.decimals", one.decimals());
            case DateQuestion one ->
                range(
                        one.earliest(),
                        one.latest(),
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)::format);
            case FileQuestion one ->
                reader.getTranslation(
                        "version.limit.files",
                        one.most(),
                        one.megabytes(),
                        one.kinds().stream()
                                .map(kind -> Labels.of(reader, kind))
                                .collect(Collectors.joining(", ")));
            case Text one -> reader.getTranslation(one.lines() ? "surveys.type.page" : "surveys.type.line");
            case SingleChoice _, MultipleChoice _, Kano _, Ranking _, Pairwise _, Points _ -> "";
            case ImportanceSatisfactionByRating _, Nps _, OwnWords _ -> "";
        };
    }

    private <T> String range(@Nullable T from, @Nullable T to, Function<T, String> written) {
        if (from == null && to == null) {
            return reader.getTranslation("answer.limits.any");
        }
        if (from == null) {
            return reader.getTranslation("answer.limits.to", written.apply(Objects.requireNonNull(to)));
        }
        return to == null
                ? reader.getTranslation("answer.limits.from", written.apply(from))
                : reader.getTranslation("answer.limits.between", written.apply(from), written.apply(to));
    }
}
