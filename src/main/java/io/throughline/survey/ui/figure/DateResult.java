package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.DateQuestion;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Stream;

/** When: people by month, and the earliest, middle and latest day. */
class DateResult extends Composite<Div> {

    DateResult(DateQuestion.Result result, QuestionResult shown) {
        var months = result.months();
        var written = DateTimeFormatter.ofPattern("LLLL uuuu", getLocale());
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        var span = Stream.of(result.first(), result.median(), result.last())
                .map(day -> day == null ? "" : days.format(day))
                .toArray();
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.share"),
                                months.stream()
                                        .map(month -> written.format(month.month()))
                                        .toList(),
                                months.stream().map(DateQuestion.Month::share).toList()),
                        Kit.dim(
                                result.first() == null
                                        ? getTranslation("sharing.days", span[1])
                                        : getTranslation("surveys.days", span)),
                        shown.shared(
                                getTranslation("surveys.caption.months"),
                                getTranslation("surveys.month"),
                                months,
                                month -> new Span(written.format(month.month())),
                                DateQuestion.Month::count,
                                DateQuestion.Month::share),
                        shown.disagreement(
                                result.organisations(),
                                result.disagreement(),
                                new DisagreementTable.Written(
                                        day -> days.format(LocalDate.ofEpochDay(Math.round(day))),
                                        off -> getTranslation(
                                                "surveys.spread.days",
                                                shown.figures().decimal(off))))));
    }
}
