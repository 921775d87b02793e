package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import java.util.List;
import java.util.Map;
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

    /** By this column the figures of those who chose an option are found. */
    @Test
    void whoChoseAnOptionHasAnAmountInItsColumnAndNobodyElse() {
        var id = QuestionId.next();
        var items = Asked.items("a", "b", "c");
        var t = Asked.TITLE;
        var n = Asked.NOTHING;
        chosenOf(new SingleChoice(id, t, n, true, items, true), new SingleChoice.Answer(Other.KEY, "d"), Other.KEY);
        chosenOf(
                new MultipleChoice(id, t, n, true, items, true),
                new MultipleChoice.Answer(List.of("a", Other.KEY), false, "d"),
                "a",
                Other.KEY);
        chosenOf(new ChoiceOfK(id, t, n, true, 2, items), new ChoiceOfK.Answer(List.of("b", "c"), false), "b", "c");
        chosenOf(
                new ImportanceSatisfaction(id, t, n, true, 2, items),
                new ImportanceSatisfaction.Answer(List.of("c"), false, Map.of("a", 5, "c", 1)),
                "c");
        chosenOf(new Scale(id, t, n, true, -1, 3, n, n), new Scale.Answer(0), "0");
        chosenOf(new Nps(id, t, n, true), new Nps.Answer(9), "9");
    }

    private static void chosenOf(Question question, Answer answer, String... chosen) {
        var measure = Measure.of(question.layout(), question.measured(answer).orElseThrow());

        assertThat(question.options().stream().filter(option -> measure.amount(question.column(option)) != 0))
                .containsExactly(chosen);
    }
}
