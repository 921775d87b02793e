package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.List;

/**
 * An answer in words that is read, but not triaged into needs.
 *
 * @param lines whether a page of text is asked for, or a line
 */
public record Text(QuestionId id, LocalizedText title, LocalizedText help, boolean required, boolean lines)
        implements Typed<Text.Answer, Text.Result> {

    /** The longest line, in characters. */
    public static final int LONGEST_LINE = 250;

    /** The longest page, in characters. */
    public static final int LONGEST_PAGE = 4_000;

    /** @param words as typed */
    public record Answer(@JsonSetter(nulls = Nulls.AS_EMPTY) String words) implements Worded {

        @Override
        public boolean isEmpty() {
            return TypedText.showsNothing(words);
        }

        @Override
        public Answer saying(String words) {
            return new Answer(words);
        }
    }

    /** How many spoke. */
    public record Result(Size size) implements io.throughline.survey.question.Result {}

    /** In characters. */
    public int longest() {
        return lines ? LONGEST_PAGE : LONGEST_LINE;
    }

    @Override
    public int seconds() {
        return lines ? 60 : 15;
    }

    @Override
    public Method method() {
        return new Method("text", 1);
    }

    @Override
    public Answer blank() {
        return new Answer("");
    }

    @Override
    public List<Problem> defects() {
        return Problem.among(Question.untitled(title));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        int length = answer.words.length();
        return Problem.among(Problem.when(length > longest(), SurveyError.WORDS_TOO_LONG, longest(), length));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(required && answer.isEmpty(), SurveyError.WORDS_MISSING));
    }

    @Override
    public Layout layout() {
        return Layout.PEOPLE;
    }

    /** Words are read, not measured. */
    @Override
    public void measure(Answer answer, Measure into) {}

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size());
    }
}
