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
 * Which k of these: up to a number of items, no more.
 *
 * @param choose how many may be chosen, 1 or more
 */
public record ChoiceOfK(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, int choose, List<Item> items)
        implements Question {

    public ChoiceOfK {
        items = List.copyOf(items);
    }

    /**
     * @param chosen keys of the items, in the order they were chosen
     * @param none the person said that none of them is to be chosen
     */
    public record Answer(List<String> chosen, boolean none) implements io.throughline.survey.question.Answer {

        public Answer {
            chosen = List.copyOf(chosen);
        }

        @Override
        public boolean isEmpty() {
            return chosen.isEmpty() && !none;
        }
    }

    /** @param none how many people said that none is to be chosen; they count among those who answered */
    public record Result(Size size, int none, List<Chosen> items) implements io.throughline.survey.question.Result {}

    @Override
    public int seconds() {
        return 12 + 2 * items.size();
    }

    @Override
    public Method method() {
        return new Method("choice-of-k", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(List.of(), false);
    }

    @Override
    public List<Problem> defects() {
        var problems = new ArrayList<>(Question.defectsOf(title, items));
        if (choose < 1 || choose >= Math.max(2, items.size())) {
            problems.add(Problem.of(SurveyError.CHOOSE_OUT_OF_RANGE, 1, Math.max(1, items.size() - 1)));
        }
        return problems;
    }

    @Override
    public List<Problem> accept(io.throughline.survey.question.Answer answer) {
        if (!(answer instanceof Answer own)) {
            return List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        }
        var problems = new ArrayList<Problem>();
        if (!Item.keys(items).containsAll(own.chosen)) {
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
            if (own.chosen.size() > choose) {
                problems.add(Problem.of(SurveyError.TOO_MANY_NAMED, choose, own.chosen.size()));
            }
            if (own.none && !own.chosen.isEmpty()) {
                problems.add(Problem.of(SurveyError.NONE_AND_NAMED));
            }
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var given = answers.stream()
                .filter(one -> one.answer() instanceof Answer && !one.answer().isEmpty())
                .toList();
        var tally = Chosen.tally(
                items.stream().map(Item::key).toList(), given, one -> Set.copyOf(((Answer) one).chosen), settings);
        return new Result(
                tally.size(),
                (int) given.stream().filter(one -> ((Answer) one.answer()).none).count(),
                tally.items());
    }
}
