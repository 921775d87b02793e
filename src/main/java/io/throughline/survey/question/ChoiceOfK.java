package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Which k of these: up to a number of items, no more.
 *
 * @param choose how many may be chosen, 1 or more
 */
public record ChoiceOfK(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, int choose, List<Item> items)
        implements Typed<ChoiceOfK.Answer, ChoiceOfK.Result> {

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
    public List<Problem> wrong(Answer answer) {
        return Problem.among(Item.unknown(items, answer.chosen), Item.twice(answer.chosen));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN),
                Problem.when(answer.chosen.size() > choose, SurveyError.TOO_MANY_NAMED, choose, answer.chosen.size()),
                Problem.when(answer.none && !answer.chosen.isEmpty(), SurveyError.NONE_AND_NAMED));
    }

    @Override
    public List<String> options() {
        return keys();
    }

    @Override
    public int column(String option) {
        return keys().indexOf(option);
    }

    @Override
    public Layout layout() {
        return new Layout(items.size() + 1, 0, 0);
    }

    /** Who chose each, and last who chose none. */
    @Override
    public void measure(Answer answer, Measure into) {
        Chosen.count(keys(), answer.chosen, into);
        into.add(items.size(), answer.none ? 1 : 0);
    }

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size(), tally.count(items.size()), Chosen.of(keys(), tally));
    }

    private List<String> keys() {
        return items.stream().map(Item::key).toList();
    }
}
