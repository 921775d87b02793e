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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A need in the person's own words, in four parts: the problem, whom it concerns, how often and how badly. It is read and
 * triaged, not scored.
 */
public record OwnWords(QuestionId id, LocalizedText title, LocalizedText help, boolean required)
        implements Typed<OwnWords.Answer, OwnWords.Result> {

    /** The longest problem, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** The longest answer to whom it concerns, in characters. */
    public static final int MAX_WHO = 250;

    /** How often the need is felt. */
    public enum Often {
        ONCE,
        RARELY,
        MONTHLY,
        WEEKLY,
        DAILY
    }

    /** How bad it is each time. */
    public enum Badly {
        ANNOYS,
        COSTS_TIME,
        NEEDS_DETOUR,
        PREVENTS
    }

    /**
     * All of it is stored apart from other answers, so that it can be redacted.
     *
     * @param words the problem as typed
     * @param who whom it concerns as typed; may be empty
     * @param often null if not said
     * @param badly null if not said
     */
    public record Answer(
            @JsonSetter(nulls = Nulls.AS_EMPTY) String words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String who,
            @Nullable Often often,
            @Nullable Badly badly)
            implements Worded {

        /** The problem alone. */
        public Answer(String words) {
            this(words, "", null, null);
        }

        @Override
        public boolean isEmpty() {
            return TypedText.showsNothing(words) && TypedText.showsNothing(who) && often == null && badly == null;
        }

        /** All but the problem, as far as it was said. @param label of a constant, in the reader's language */
        public String circumstances(Function<Enum<?>, String> label) {
            return Stream.of(
                            who.strip(),
                            often == null ? "" : label.apply(often),
                            badly == null ? "" : label.apply(badly))
                    .filter(part -> !TypedText.showsNothing(part))
                    .collect(Collectors.joining(" · "));
        }

        @Override
        public Answer saying(String words) {
            return new Answer(words, who, often, badly);
        }
    }

    /** How many spoke. */
    public record Result(Size size) implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 75;
    }

    @Override
    public Method method() {
        return new Method("own-words", 1);
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
        int who = answer.who.length();
        return Problem.among(
                Problem.when(length > MAX_LENGTH, SurveyError.WORDS_TOO_LONG, MAX_LENGTH, length),
                Problem.when(who > MAX_WHO, SurveyError.WORDS_TOO_LONG, MAX_WHO, who));
    }

    /** Whom it concerns, how often and how badly may be left out; without a problem they say nothing. */
    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(
                TypedText.showsNothing(answer.words) && (required || !answer.isEmpty()), SurveyError.WORDS_MISSING));
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
