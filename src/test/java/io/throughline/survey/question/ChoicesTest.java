package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types that need no method of their own: counts, means and the like. */
class ChoicesTest {

    @Test
    void choicesAreSharesOfThoseWhoAnswered() {
        var single = new SingleChoice(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b"), true);
        var result = single.score(
                Asked.byPeople(
                        new SingleChoice.Answer("a", ""),
                        new SingleChoice.Answer(Other.KEY, "c"),
                        new SingleChoice.Answer(null, "")),
                Settings.STANDARD);

        assertThat(result.items()).extracting(Chosen::key).containsExactly("a", "b", Other.KEY);
        assertThat(result.items()).extracting(Chosen::count).containsExactly(1, 0, 1);
        assertThat(result.items().getFirst().share().perPerson().value()).isEqualTo(.5);
        assertThat(single.validate(new SingleChoice.Answer(Other.KEY, " ")))
                .containsExactly(Problem.of(SurveyError.WORDS_MISSING));
    }

    @Test
    void noneIsAnAnswerOfMultipleChoiceAndCountsInItsShares() {
        var multiple =
                new MultipleChoice(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b"), false);
        var result = multiple.score(
                Asked.byPeople(
                        new MultipleChoice.Answer(List.of("a", "b"), false, ""),
                        new MultipleChoice.Answer(List.of(), true, "")),
                Settings.STANDARD);

        assertThat(result.none()).isEqualTo(1);
        assertThat(result.items().getFirst().share().perPerson().value()).isEqualTo(.5);
        assertThat(multiple.validate(new MultipleChoice.Answer(List.of("a"), true, "")))
                .containsExactly(Problem.of(SurveyError.NONE_AND_NAMED));
        assertThat(multiple.accept(new MultipleChoice.Answer(List.of("a"), false, "b")))
                .as("something else where it isn't offered")
                .containsExactly(Problem.of(SurveyError.UNKNOWN_ITEM));
    }

    @Test
    void noMoreThanKCanBeSubmitted() {
        var two = new ChoiceOfK(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, 2, Asked.items("a", "b", "c"));

        assertThat(two.accept(new ChoiceOfK.Answer(List.of("a", "b", "c"), false)))
                .isEmpty();
        assertThat(two.validate(new ChoiceOfK.Answer(List.of("a", "b", "c"), false)))
                .containsExactly(Problem.of(SurveyError.TOO_MANY_NAMED, 2, 3));
        assertThat(two.validate(new ChoiceOfK.Answer(List.of("c"), false))).isEmpty();
    }
}
