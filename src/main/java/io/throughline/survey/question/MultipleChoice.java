package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Size;
import java.util.List;
import java.util.Set;

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
                Problem.when(!Other.keys(items, other).containsAll(answer.chosen), SurveyError.UNKNOWN_ITEM),
                Item.twice(answer.chosen));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN),
                Problem.when(answer.none && !answer.chosen.isEmpty(), SurveyError.NONE_AND_NAMED),
                Other.missing(answer.chosen, answer.words));
    }

    @Override
    public Result score(Answers<Answer> answers) {
        return new Result(
                answers.size(),
                answers.count(Answer::none),
                Chosen.tally(Other.keys(items, other), answers, one -> Set.copyOf(one.chosen)));
    }
}
