package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step on a scale with two named ends.
 *
 * @param least the lower end, 0 or 1
 * @param greatest the upper end, at most 10
 * @param low what the lower end means; may be blank
 * @param high what the upper end means; may be blank
 */
public record Scale(
        QuestionId id,
        LocalizedText title,
        LocalizedText help,
        boolean required,
        int least,
        int greatest,
        LocalizedText low,
        LocalizedText high)
        implements Typed<Scale.Answer, Scale.Result> {

    public static final int GREATEST = 10;

    @Override
    public Stream<LocalizedText> texts() {
        return Stream.concat(Stream.of(title), Stream.of(low, high).filter(text -> !text.isBlank()));
    }

    /** @param step on the scale, null if nothing was chosen yet */
    public record Answer(@Nullable Integer step) implements io.throughline.survey.question.Answer {

        @Override
        public boolean isEmpty() {
            return step == null;
        }
    }

    /** @param steps how the answers lie on the scale */
    public record Result(Size size, Steps steps) implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 8;
    }

    @Override
    public Method method() {
        return new Method("scale", 1);
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
                        least < 0 || least > 1 || greatest > GREATEST || greatest <= least,
                        SurveyError.SCALE_OUT_OF_RANGE,
                        0,
                        GREATEST));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Steps.wrong(answer.step, least, greatest);
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN));
    }

    @Override
    public List<String> options() {
        return Steps.options(least, greatest);
    }

    @Override
    public int column(String option) {
        return Integer.parseInt(option) - least;
    }

    @Override
    public Layout layout() {
        return new Layout(greatest - least + 1, 0, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        into.count(Objects.requireNonNull(answer.step) - least);
    }

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size(), Steps.of(tally, 0, least, greatest));
    }
}
