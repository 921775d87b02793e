package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When: a day of the calendar, wherever the person is.
 *
 * @param earliest the first day allowed, null for no limit
 * @param latest the last day allowed, null for no limit
 */
public record DateQuestion(
        QuestionId id,
        LocalizedText title,
        LocalizedText help,
        boolean required,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest)
        implements Typed<DateQuestion.Answer, DateQuestion.Result> {

    /** Far enough, and still four digits. */
    private static final int LAST_YEAR = 9999;

    /** @param day null if none was given yet */
    public record Answer(@Nullable LocalDate day) implements io.throughline.survey.question.Answer {

        @Override
        public boolean isEmpty() {
            return day == null;
        }
    }

    /**
     * Days are counted: a mean of days says little.
     *
     * @param first the earliest day given, null if nobody answered, and like the last where single days are not told
     * @param median the day by which at least half of the people are served, null if nobody answered
     * @param last the latest day given, null if nobody answered
     * @param months in order; those nobody named are left out
     * @param organisations mean day inside each organisation, in days from 1970 on
     * @param disagreement pooled standard deviation of single days inside organisations, in days
     */
    public record Result(
            Size size,
            @Nullable LocalDate first,
            @Nullable LocalDate median,
            @Nullable LocalDate last,
            List<Month> months,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements io.throughline.survey.question.Result {}

    /**
     * @param count people naming a day of it
     * @param share of those who answered, 0–1 (Wilson)
     */
    public record Month(YearMonth month, int count, ByWeighting share) {

        static Month of(YearMonth month, Tally tally) {
            long first = month.atDay(1).toEpochDay();
            long last = month.atEndOfMonth().toEpochDay();
            LongPredicate inside = day -> day >= first && day <= last;
            return new Month(
                    month,
                    tally.values(0).count(inside),
                    tally.share(cell -> cell.values(0).count(inside)));
        }
    }

    @Override
    public int seconds() {
        return 12;
    }

    @Override
    public Method method() {
        return new Method("date", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(null);
    }

    @Override
    public List<Problem> defects() {
        return Problem.among(
                Question.untitled(title),
                Problem.when(
                        earliest != null && latest != null && earliest.isAfter(latest), SurveyError.LIMITS_CROSSED));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(Problem.when(
                answer.day != null && (answer.day.getYear() < 1 || answer.day.getYear() > LAST_YEAR),
                SurveyError.DATE_OUT_OF_RANGE,
                LocalDate.of(1, 1, 1),
                LocalDate.of(LAST_YEAR, 12, 31)));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_GIVEN),
                Problem.when(
                        answer.day != null && outside(answer.day),
                        SurveyError.DATE_OUT_OF_RANGE,
                        earliest == null ? "…" : earliest,
                        latest == null ? "…" : latest));
    }

    private boolean outside(LocalDate day) {
        return (earliest != null && day.isBefore(earliest)) || (latest != null && day.isAfter(latest));
    }

    @Override
    public Layout layout() {
        return new Layout(0, 0, 1);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        into.value(0, Objects.requireNonNull(answer.day).toEpochDay());
    }

    @Override
    public Result result(Tally tally) {
        var days = tally.values(0);
        if (days.isEmpty()) {
            return new Result(tally.size(), null, null, null, List.of(), List.of(), null);
        }
        int people = days.people();
        Function<Cell, Moments> own = cell -> cell.values(0).moments(day -> day);
        return new Result(
                tally.size(),
                tally.tellsSingles() ? LocalDate.ofEpochDay(days.at(0)) : null,
                LocalDate.ofEpochDay(days.at((people - 1) / 2)),
                tally.tellsSingles() ? LocalDate.ofEpochDay(days.at(people - 1)) : null,
                days.different()
                        .mapToObj(day -> YearMonth.from(LocalDate.ofEpochDay(day)))
                        .distinct()
                        .map(month -> Month.of(month, tally))
                        .toList(),
                tally.byOrganisation(own),
                tally.disagreement(own));
    }
}
