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
import org.jspecify.annotations.Nullable;

/**
 * One of several options.
 *
 * @param other whether people may answer with something that is not listed, in their own words
 */
public record SingleChoice(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items, boolean other)
        implements Typed<SingleChoice.Answer, SingleChoice.Result> {

    public SingleChoice {
        items = List.copyOf(items);
    }

    /**
     * @param chosen key of the option, {@link Other#KEY} for none of them; null if nothing was chosen yet
     * @param words what else; empty unless "other" was chosen
     */
    public record Answer(
            @Nullable String chosen,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String words) implements Worded {

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
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Other.wrong(answer.words, other),
                Problem.when(!keys().containsAll(answer.keys()), SurveyError.UNKNOWN_ITEM));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(
                Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN),
                Other.missing(answer.keys(), answer.words));
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
        return new Layout(keys().size(), 0, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        Chosen.count(keys(), answer.keys(), into);
    }

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size(), Chosen.of(keys(), tally));
    }
}
