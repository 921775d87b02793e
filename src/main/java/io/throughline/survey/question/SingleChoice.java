package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of several options.
 *
 * @param other whether people may answer with something that is not listed, in their own words
 */
public record SingleChoice(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items, boolean other)
        implements Question {

    public SingleChoice {
        items = List.copyOf(items);
    }

    /**
     * @param chosen key of the option, {@link Other#KEY} for none of them; null if nothing was chosen yet
     * @param words what else; empty unless "other" was chosen
     */
    public record Answer(@Nullable String chosen, String words) implements Worded {

        @Override
        public boolean isEmpty() {
            return chosen == null;
        }

        @Override
        public Answer saying(String words) {
            return new Answer(chosen, words);
        }

        /** The one option as a list, as other choices have them. */
        public List<String> keys() {
            return chosen == null ? List.of() : List.of(chosen);
        }
    }

    /** @param items the options in their order, "other" last where it is offered */
    public record Result(Size size, List<Chosen> items) implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 8 + items.size();
    }

    @Override
    public Method method() {
        return new Method("single-choice", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(null, "");
    }

    @Override
    public List<Problem> defects() {
        return Question.defectsOf(title, items);
    }

    @Override
    public List<Problem> accept(io.throughline.survey.question.Answer answer) {
        if (!(answer instanceof Answer own)) {
            return List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        }
        var problems = new ArrayList<>(Other.accept(own.words, other));
        if (own.chosen != null && !Other.keys(items, other).contains(own.chosen)) {
            problems.add(Problem.of(SurveyError.UNKNOWN_ITEM));
        }
        return problems;
    }

    @Override
    public List<Problem> validate(io.throughline.survey.question.Answer answer) {
        var problems = new ArrayList<>(accept(answer));
        if (required && answer.isEmpty()) {
            problems.add(Problem.of(SurveyError.NOTHING_CHOSEN));
        }
        if (answer instanceof Answer own && Other.KEY.equals(own.chosen) && own.words.isBlank()) {
            problems.add(Problem.of(SurveyError.WORDS_MISSING));
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var given = answers.stream()
                .filter(one -> one.answer() instanceof Answer && !one.answer().isEmpty())
                .toList();
        var tally = Chosen.tally(
                Other.keys(items, other), given, one -> Set.of(String.valueOf(((Answer) one).chosen)), settings);
        return new Result(tally.size(), tally.items());
    }
}
