package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.List;

/**
 * Any number of several options.
 *
 * @param other whether people may add something that is not listed, in their own words
 */
public record MultipleChoice(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items, boolean other)
        implements Typed<MultipleChoice.Answer, MultipleChoice.Result> {

    public MultipleChoice {
        items = List.copyOf(items);
    }

    /**
     * @param chosen keys of the options, {@link Other#KEY} among them for something else
     * @param none the person said that none of them fits
     * @param words what else; empty unless "other" was chosen
     */
    public record Answer(
            List<String> chosen,
            boolean none,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String words) implements Worded {

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
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Other.wrong(answer.words, other),
                Problem.when(!keys().containsAll(answer.chosen), SurveyError.UNKNOWN_ITEM),
                Item.twice(answer.chosen));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN),
                Problem.when(answer.none && !answer.chosen.isEmpty(), SurveyError.NONE_AND_NAMED),
                Other.missing(answer.chosen, answer.words));
    }

    private List<String> keys() {
        return Other.keys(items, other);
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
        return new Layout(keys().size() + 1, 0, 0);
    }

    /** Who chose each, and last who chose none. */
    @Override
    public void measure(Answer answer, Measure into) {
        Chosen.count(keys(), answer.chosen, into);
        into.add(keys().size(), answer.none ? 1 : 0);
    }

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size(), tally.count(keys().size()), Chosen.of(keys(), tally));
    }
}
