package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question of one type, with that type's answer and result. An answer of another type is none to it, and what is asked
 * of an answer here it is asked only when it is of the right one.
 */
public sealed interface Typed<A extends Answer, R extends Result> extends Question
        permits SingleChoice,
                MultipleChoice,
                ChoiceOfK,
                BestWorst,
                Pairwise,
                Ranking,
                Kano,
                ImportanceSatisfaction,
                Points,
                ImportanceSatisfactionByRating,
                Scale,
                Nps,
                NumberQuestion,
                DateQuestion,
                FileQuestion,
                Text,
                OwnWords {

    @Override
    A blank();

    /** Why it is no answer to this question at all; an incomplete one is. */
    List<Problem> wrong(A answer);

    /** What is missing, or too much, for submitting it. */
    List<Problem> missing(A answer);

    /** What one answer that counts adds to what is kept. */
    void measure(A answer, Measure into);

    @Override
    R result(Tally tally);

    /** What may be a slip in it. */
    default List<Doubt> doubtful(A answer) {
        return List.of();
    }

    /** Whether an answer counts among those a result rests on. */
    default boolean counts(A answer) {
        return !answer.isEmpty();
    }

    @Override
    default List<Problem> accept(Answer answer) {
        var own = own(answer);
        return own == null ? List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE)) : wrong(own);
    }

    @Override
    default List<Problem> validate(Answer answer) {
        var own = own(answer);
        if (own == null) {
            return accept(answer);
        }
        var wrong = wrong(own);
        var missing = missing(own);
        return wrong.isEmpty()
                ? missing
                : Stream.concat(wrong.stream(), missing.stream()).toList();
    }

    @Override
    default List<Doubt> doubts(Answer answer) {
        var own = own(answer);
        return own == null ? List.of() : doubtful(own);
    }

    @Override
    default R score(List<Given> answers, Settings settings) {
        var tally = new Tally(layout(), settings);
        for (var one : answers) {
            measured(one.answer()).ifPresent(measured -> tally.add(one.by(), measured));
        }
        return result(tally);
    }

    @Override
    default Optional<Consumer<Measure>> measured(Answer answer) {
        var own = own(answer);
        return own != null && counts(own) ? Optional.of(into -> measure(own, into)) : Optional.empty();
    }

    /** The answer as one of this type; null if it is of another. */
    @SuppressWarnings("unchecked") // a type's blank answer is of the type's one answer record
    default @Nullable A own(Answer answer) {
        return blank().getClass().isInstance(answer) ? (A) answer : null;
    }
}
