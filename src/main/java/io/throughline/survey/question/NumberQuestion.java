package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Bin;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Distribution;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much, how many, how long.
 *
 * @param least the smallest number allowed, null for no limit
 * @param greatest the largest number allowed, null for no limit
 * @param decimals how many decimals may be given, 0–6
 * @param unit shown behind the number; may be blank
 */
public record NumberQuestion(
        QuestionId id,
        LocalizedText title,
        LocalizedText help,
        boolean required,
        @Nullable BigDecimal least,
        @Nullable BigDecimal greatest,
        int decimals,
        LocalizedText unit)
        implements Typed<NumberQuestion.Answer, NumberQuestion.Result> {

    public static final int MOST_DECIMALS = 6;

    /** Digits before the decimals; more could not be told apart in figures. */
    public static final int MOST_DIGITS = 12;

    @Override
    public Stream<LocalizedText> texts() {
        return unit.isBlank() ? Stream.of(title) : Stream.of(title, unit);
    }

    /** @param number null if none was given yet */
    public record Answer(@Nullable BigDecimal number) implements io.throughline.survey.question.Answer {

        @Override
        public boolean isEmpty() {
            return number == null;
        }
    }

    /**
     * @param mean in the question's unit (t), inside its limits
     * @param distribution null if nobody answered, and where single values are not told
     * @param bins how the answers lie, in at most ten columns; none where single values are not told, which bound them
     * @param organisations mean inside each organisation
     * @param disagreement pooled standard deviation of single answers inside organisations, in the question's unit
     */
    public record Result(
            Size size,
            ByWeighting mean,
            @Nullable Distribution distribution,
            List<Bin> bins,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 12;
    }

    @Override
    public Method method() {
        return new Method("number", 1);
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
                        least != null && greatest != null && least.compareTo(greatest) > 0, SurveyError.LIMITS_CROSSED),
                Problem.when(tooLong(least) || tooLong(greatest), SurveyError.NUMBER_TOO_LONG, MOST_DIGITS),
                Problem.when(decimals < 0 || decimals > MOST_DECIMALS, SurveyError.TOO_MANY_DECIMALS, MOST_DECIMALS));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        var number = answer.number;
        return Problem.among(
                Problem.when(
                        number != null && number.stripTrailingZeros().scale() > decimals,
                        SurveyError.TOO_MANY_DECIMALS,
                        decimals),
                Problem.when(tooLong(number), SurveyError.NUMBER_TOO_LONG, MOST_DIGITS));
    }

    /** Told by its exponent: writing 1e2147483647 out would take more memory than there is. */
    private static boolean tooLong(@Nullable BigDecimal number) {
        return number != null && (long) number.precision() - number.scale() > MOST_DIGITS;
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_GIVEN),
                Problem.when(
                        answer.number != null && outside(answer.number),
                        SurveyError.NUMBER_OUT_OF_RANGE,
                        least == null ? "−∞" : least,
                        greatest == null ? "∞" : greatest));
    }

    private boolean outside(BigDecimal number) {
        return (least != null && number.compareTo(least) < 0) || (greatest != null && number.compareTo(greatest) > 0);
    }

    @Override
    public Layout layout() {
        return new Layout(0, 0, 1);
    }

    /** In whole units of the last decimal. */
    @Override
    public void measure(Answer answer, Measure into) {
        var number = Objects.requireNonNull(answer.number);
        into.value(
                0,
                number.setScale(decimals, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact());
    }

    private double number(long kept) {
        return BigDecimal.valueOf(kept, decimals).doubleValue();
    }

    @Override
    public Result result(Tally tally) {
        Function<Cell, Moments> numbers = cell -> cell.values(0).moments(this::number);
        return new Result(
                tally.size(),
                tally.mean(
                        numbers,
                        least == null ? Double.NEGATIVE_INFINITY : least.doubleValue(),
                        greatest == null ? Double.POSITIVE_INFINITY : greatest.doubleValue()),
                tally.tellsSingles() ? Distribution.of(tally.values(0), this::number) : null,
                tally.tellsSingles() ? Bin.of(tally, 0, this::number, 1 / Math.pow(10, decimals)) : List.of(),
                tally.byOrganisation(numbers),
                tally.disagreement(numbers));
    }
}
