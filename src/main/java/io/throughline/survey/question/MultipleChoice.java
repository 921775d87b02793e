package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Any number of several options.
 *
 * @param other whether people may add something that is not listed, in their own words
 */
public record MultipleChoice(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items, boolean other)
        implements Question {

    public MultipleChoice {
        items = List.copyOf(items);
    }

    /**
     * @param chosen keys of the options, {@link Other#KEY} among them for something else
     * @param none the person said that none of them fits
     * @param words what else; empty unless "other" was chosen
     */
    public record Answer(List<String> chosen, boolean none, String words) implements Worded {

        public Answer {
            chosen = List.copyOf(chosen);
        }

        @Override
        public boolean isEmpty() {
            return chosen.isEmpty() && !none;
        }

        @Override
        public Answer saying(String words) {
            return new Answer(chosen, none, words);
        }
    }

    /**
     * @param none how many people said that none fits; they count among those who answered
     * @param items the options in their order, "other" last where it is offered
     */
    public record Result(Size size, int none, List<Chosen> items) implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 10 + 2 * items.size();
    }

    @Override
    public Method method() {
        return new Method("multiple-choice", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(List.of(), false, "");
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
        if (!Other.keys(items, other).containsAll(own.chosen)) {
            problems.add(Problem.of(SurveyError.UNKNOWN_ITEM));
        }
        if (new HashSet<>(own.chosen).size() < own.chosen.size()) {
            problems.add(Problem.of(SurveyError.ITEM_NAMED_TWICE));
        }
        return problems;
    }

    @Override
    public List<Problem> validate(io.throughline.survey.question.Answer answer) {
        var problems = new ArrayList<>(accept(answer));
        if (required && answer.isEmpty()) {
            problems.add(Problem.of(SurveyError.NOTHING_CHOSEN));
        }
        if (answer instanceof Answer own) {
            if (own.none && !own.chosen.isEmpty()) {
                problems.add(Problem.of(SurveyError.NONE_AND_NAMED));
            }
            if (own.chosen.contains(Other.KEY) && own.words.isBlank()) {
                problems.add(Problem.of(SurveyError.WORDS_MISSING));
            }
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var given = answers.stream()
                .filter(one -> one.answer() instanceof Answer && !one.answer().isEmpty())
                .toList();
        var tally = Chosen.tally(Other.keys(items, other), given, one -> Set.copyOf(((Answer) one).chosen), settings);
        return new Result(
                tally.size(),
                (int) given.stream().filter(one -> ((Answer) one.answer()).none).count(),
                tally.items());
    }
}
