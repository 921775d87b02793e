package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Bin;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The types that need no method of their own: counts, means and the like. */
class PlainTypesTest {

    @Test
    void netPromoterScoreAndItsError() {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < 300; i++) {
            answers.add(new Nps.Answer(i < 150 ? 9 : i < 200 ? 6 : 8));
        }

        var result = new Nps(QuestionId.next(), Asked.TITLE, Asked.NOTHING, false)
                .score(Asked.byPeople(answers.toArray(Answer[]::new)), Settings.STANDARD);

        assertThat(result.score().perPerson().value()).isCloseTo(.3333, within(5e-5));
        assertThat(result.errors().values())
                .allSatisfy(error -> assertThat(error).isCloseTo(.0430, within(5e-5)));
        assertThat(result.steps().counts()).containsExactly(0, 0, 0, 0, 0, 0, 50, 0, 100, 150, 0);
    }

    @Test
    void opportunityOfImportanceAndSatisfactionByRating() {
        assertThat(ImportanceSatisfactionByRating.opportunity(.9, .3)).isCloseTo(15, within(1e-12));
        assertThat(ImportanceSatisfactionByRating.opportunity(.3, .9)).isCloseTo(3, within(1e-12));

        var question = new ImportanceSatisfactionByRating(
                QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a"));
        var result = question.score(Asked.byPeople(rated(5, 2), rated(4, 4), rated(2, 0)), Settings.STANDARD)
                .items()
                .getFirst();

        assertThat(result.importance().perPerson().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(result.satisfaction().perPerson().value())
                .as("of those who know")
                .isEqualTo(.5);
        assertThat(result.opportunity().perPerson().value()).isCloseTo(20 / 3.0 + 5 / 3.0, within(1e-9));
        assertThat(question.validate(new ImportanceSatisfactionByRating.Answer(Map.of("a", 3), Map.of())))
                .containsExactly(Problem.of(SurveyError.RATINGS_LEFT, 1));
    }

    private static Answer rated(int importance, int satisfaction) {
        return new ImportanceSatisfactionByRating.Answer(Map.of("a", importance), Map.of("a", satisfaction));
    }

    @Test
    void scalesHaveMeansInsideTheirEnds() {
        var scale = new Scale(QuestionId.next(), Asked.TITLE, Asked.NOTHING, false, 1, 5, Asked.NOTHING, Asked.NOTHING);
        var result = scale.score(
                Asked.byPeople(new Scale.Answer(5), new Scale.Answer(5), new Scale.Answer(4)), Settings.STANDARD);

        assertThat(result.steps().counts()).containsExactly(0, 0, 0, 1, 2);
        assertThat(result.steps().mean().perPerson().value()).isCloseTo(14 / 3.0, within(1e-12));
        assertThat(result.steps().mean().perPerson().high()).isEqualTo(5);
        assertThat(scale.accept(new Scale.Answer(0)))
                .containsExactly(Problem.of(SurveyError.RATING_OUT_OF_RANGE, 1, 5));
    }

    @Test
    void numbersAreStoredWhateverTheyAreButSubmittedInsideTheirLimits() {
        var hours = new NumberQuestion(
                QuestionId.next(),
                Asked.TITLE,
                Asked.NOTHING,
                true,
                BigDecimal.ZERO,
                new BigDecimal("24"),
                1,
                Asked.NOTHING);

        assertThat(hours.accept(new NumberQuestion.Answer(new BigDecimal("25"))))
                .isEmpty();
        assertThat(hours.validate(new NumberQuestion.Answer(new BigDecimal("25"))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.NUMBER_OUT_OF_RANGE);
        assertThat(hours.accept(new NumberQuestion.Answer(new BigDecimal("1.25"))))
                .containsExactly(Problem.of(SurveyError.TOO_MANY_DECIMALS, 1));
        assertThat(hours.validate(new NumberQuestion.Answer(new BigDecimal("1.50"))))
                .isEmpty();

        var result = hours.score(
                Asked.byPeople(
                        new NumberQuestion.Answer(BigDecimal.ONE),
                        new NumberQuestion.Answer(BigDecimal.TWO),
                        new NumberQuestion.Answer(BigDecimal.TEN)),
                Settings.STANDARD);
        assertThat(result.distribution().median()).isEqualTo(2);
        assertThat(result.mean().perPerson().low()).as("not below the limit").isZero();
        assertThat(result.bins())
                .extracting(Bin::from, Bin::count)
                .contains(tuple(1.0, 1), tuple(2.0, 1), tuple(10.0, 1));
    }

    @Test
    void anAnswerThatCantBeANumberHereIsRefused() {
        var any =
                new NumberQuestion(QuestionId.next(), Asked.TITLE, Asked.NOTHING, false, null, null, 0, Asked.NOTHING);

        assertThat(any.accept(new NumberQuestion.Answer(new BigDecimal("1e2147483647"))))
                .as("an exponent that overflows an int when it is added to")
                .extracting(Problem::code)
                .containsExactly(SurveyError.NUMBER_TOO_LONG);
        assertThat(any.accept(new NumberQuestion.Answer(new BigDecimal("1e999999"))))
                .containsExactly(Problem.of(SurveyError.NUMBER_TOO_LONG, NumberQuestion.MOST_DIGITS));
        assertThat(any.accept(new NumberQuestion.Answer(new BigDecimal("1e-999999"))))
                .isNotEmpty();
        assertThat(any.validate(new NumberQuestion.Answer(new BigDecimal("-999999999999"))))
                .isEmpty();
    }

    @Test
    void datesAreCountedByMonth() {
        var when =
                new DateQuestion(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, LocalDate.of(2027, 1, 1), null);
        var result = when.score(
                Asked.byPeople(
                        new DateQuestion.Answer(LocalDate.of(2027, 3, 1)),
                        new DateQuestion.Answer(LocalDate.of(2027, 2, 28)),
                        new DateQuestion.Answer(LocalDate.of(2027, 3, 31))),
                Settings.STANDARD);

        assertThat(result.months())
                .extracting(DateQuestion.Month::month, DateQuestion.Month::count)
                .containsExactly(tuple(YearMonth.of(2027, 2), 1), tuple(YearMonth.of(2027, 3), 2));
        assertThat(result.months().getLast().share().perPerson().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(result.median()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(when.validate(new DateQuestion.Answer(LocalDate.of(2026, 12, 31))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.DATE_OUT_OF_RANGE);
    }

    @Test
    void howFarDaysDifferIsToldInDays() {
        var when = new DateQuestion(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, null, null);
        var home = new UUID(1, 1);
        var result = when.score(
                List.of(
                        new Given(
                                new Respondent(new UUID(0, 1), home, 1),
                                new DateQuestion.Answer(LocalDate.of(2027, 3, 1))),
                        new Given(
                                new Respondent(new UUID(0, 2), home, 1),
                                new DateQuestion.Answer(LocalDate.of(2027, 3, 31)))),
                Settings.STANDARD);

        assertThat(result.organisations())
                .singleElement()
                .satisfies(one ->
                        assertThat(LocalDate.ofEpochDay((long) one.value())).isEqualTo(LocalDate.of(2027, 3, 16)));
        assertThat(result.disagreement()).isCloseTo(Math.sqrt(450), within(1e-9));
    }

    @Test
    void aLineIsShorterThanAPage() {
        var line = new Text(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, false);

        assertThat(line.accept(new Text.Answer("x".repeat(251))))
                .containsExactly(Problem.of(SurveyError.WORDS_TOO_LONG, 250, 251));
        assertThat(line.validate(new Text.Answer(" "))).containsExactly(Problem.of(SurveyError.WORDS_MISSING));
    }

    /** Pasted from a page, it may hold signs that only tell how others are shown. */
    @Test
    void wordsNobodyWouldSeeAreNone() {
        var unseen = "\u200B\u2060 \uFEFF";
        var missing = Problem.of(SurveyError.WORDS_MISSING);
        var line = new Text(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, false);
        var need = new OwnWords(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true);
        var choice = new SingleChoice(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b"), true);

        assertThat(line.validate(new Text.Answer(unseen))).containsExactly(missing);
        assertThat(need.validate(new OwnWords.Answer(unseen))).containsExactly(missing);
        assertThat(new OwnWords.Answer(unseen, unseen, null, null).isEmpty()).isTrue();
        assertThat(choice.validate(new SingleChoice.Answer(Other.KEY, unseen))).containsExactly(missing);
        assertThat(line.validate(new Text.Answer("\u200Bramp"))).isEmpty();
    }

    @Test
    void aNeedNeedsItsProblemAndNothingElse() {
        var need = new OwnWords(QuestionId.next(), Asked.TITLE, Asked.NOTHING, false);

        assertThat(need.validate(new OwnWords.Answer("", "everybody", OwnWords.Often.DAILY, null)))
                .containsExactly(Problem.of(SurveyError.WORDS_MISSING));
        assertThat(need.validate(new OwnWords.Answer("The ramp is closed."))).isEmpty();
        assertThat(need.validate(need.blank())).isEmpty();
        assertThat(need.accept(new OwnWords.Answer("", "x".repeat(251), null, null)))
                .containsExactly(Problem.of(SurveyError.WORDS_TOO_LONG, 250, 251));
    }

    @Test
    void anAnswerOfAnotherTypeIsNone() {
        var line = new Text(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, false);

        assertThat(line.accept(new OwnWords.Answer("words")))
                .containsExactly(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        assertThat(line.validate(new OwnWords.Answer("words")))
                .containsExactly(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        assertThat(line.score(Asked.byPeople(new OwnWords.Answer("words")), Settings.STANDARD)
                        .size()
                        .people())
                .isZero();
    }
}
