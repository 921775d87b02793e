package io.throughline.survey.question;

import static io.throughline.survey.question.Felt.Category.ATTRACTIVE;
import static io.throughline.survey.question.Felt.Category.INDIFFERENT;
import static io.throughline.survey.question.Felt.Category.MUST_BE;
import static io.throughline.survey.question.Felt.Category.ONE_DIMENSIONAL;
import static io.throughline.survey.question.Felt.Category.QUESTIONABLE;
import static io.throughline.survey.question.Felt.Category.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Felt.Category;
import io.throughline.survey.question.Kano.Pair;
import io.throughline.survey.question.Kano.Verdict;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Weighting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KanoTest {

    private final Kano question =
            new Kano(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("map", "photo"));

    @Test
    void eachCellOfTheTableOnce() {
        var answers = Arrays.stream(Feeling.values())
                .flatMap(there -> Arrays.stream(Feeling.values()).map(missing -> answer(there, missing)))
                .toArray(Answer[]::new);

        var map = question.score(Asked.byPeople(answers), Settings.STANDARD)
                .items()
                .getFirst();

        assertThat(map.counts())
                .isEqualTo(Map.of(
                        ATTRACTIVE, 3, ONE_DIMENSIONAL, 1, MUST_BE, 3, INDIFFERENT, 9, REVERSE, 7, QUESTIONABLE, 2));
        assertThat(map.better().perPerson().value()).isCloseTo(.25, within(1e-12));
        assertThat(map.worse().perPerson().value()).isCloseTo(-.25, within(1e-12));
        // 9 against 3: 6 ≥ 1.65·√(12·38/50)= 4.98
        assertThat(map.verdicts().get(Weighting.PER_PERSON)).isEqualTo(new Verdict(List.of(INDIFFERENT), true));
        assertThat(map.functional().perPerson().value()).isCloseTo(.6, within(1e-12));
        assertThat(map.dysfunctional().perPerson().value()).isCloseTo(.6, within(1e-12));
    }

    @Test
    void twoThatCantBeToldApartAreBothNamed() {
        var close = Verdict.of(counts(10, 8, 1, 1, 0, 0));
        var equal = Verdict.of(counts(5, 5, 0, 0, 0, 0));
        var clear = Verdict.of(counts(15, 3, 1, 1, 0, 0));

        assertThat(close.certain()).isFalse();
        assertThat(close.categories()).containsExactly(ATTRACTIVE, ONE_DIMENSIONAL);
        assertThat(equal.categories()).containsExactly(ATTRACTIVE, ONE_DIMENSIONAL);
        assertThat(clear).isEqualTo(new Verdict(List.of(ATTRACTIVE), true));
    }

    @Test
    void whatMostWantTheOtherWayRoundIsReverseAndWhatContradictsItselfQuestionable() {
        assertThat(Verdict.of(counts(3, 0, 0, 2, 7, 1)).categories()).containsExactly(REVERSE);
        assertThat(Verdict.of(counts(3, 0, 0, 2, 1, 7)).categories()).containsExactly(QUESTIONABLE);
    }

    @Test
    void whatTiesForTheLargestIsNamedWithItsTiesAndNothingSmallerIs() {
        assertThat(Verdict.of(counts(2, 0, 0, 0, 10, 10)))
                .as("hardly anybody is attracted")
                .isEqualTo(new Verdict(List.of(REVERSE, QUESTIONABLE), false));
        assertThat(Verdict.of(counts(9, 1, 0, 0, 9, 0))).isEqualTo(new Verdict(List.of(ATTRACTIVE, REVERSE), false));
        assertThat(Verdict.of(counts(.1 + .2, .1 + .2, 0, .3, 0, 0)).categories())
                .as("sums of parts of voices")
                .containsExactly(ATTRACTIVE, ONE_DIMENSIONAL, INDIFFERENT);
        assertThat(Verdict.of(counts(0, 0, 0, .3, .1 + .2, 0)))
                .as("larger by rounding only")
                .isEqualTo(new Verdict(List.of(REVERSE, INDIFFERENT), false));
    }

    @Test
    void whatNobodyLosesIsNothing() {
        var map = question.score(Asked.byPeople(answer(Feeling.LIKE, Feeling.NEUTRAL)), Settings.STANDARD)
                .items()
                .getFirst();

        assertThat(String.valueOf(map.worse().perPerson().value())).isEqualTo("0.0");
    }

    @Test
    void disagreementInsideAnOrganisationIsWhetherItIsWanted() {
        var same = new UUID(1, 1);
        var given = List.of(
                new Given(new Respondent(new UUID(0, 1), same, 1), answer(Feeling.LIKE, Feeling.DISLIKE)),
                new Given(new Respondent(new UUID(0, 2), same, 1), answer(Feeling.NEUTRAL, Feeling.NEUTRAL)));

        var map = question.score(given, Settings.STANDARD).items().getFirst();

        assertThat(map.organisations())
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isEqualTo(.5));
        assertThat(map.disagreement()).isCloseTo(Math.sqrt(.5), within(1e-12));
    }

    @Test
    void halfAPairIsStoredButCantBeSubmitted() {
        var half = new Kano.Answer(Map.of("map", new Pair(Feeling.LIKE, null)));

        assertThat(question.accept(half)).isEmpty();
        assertThat(question.validate(half)).extracting(Problem::code).containsExactly(SurveyError.PAIRS_LEFT);
    }

    private static Kano.Answer answer(Feeling there, Feeling missing) {
        return new Kano.Answer(Map.of("map", new Pair(there, missing), "photo", new Pair(there, missing)));
    }

    private static Map<Category, Double> counts(double a, double o, double m, double i, double r, double q) {
        return Map.of(ATTRACTIVE, a, ONE_DIMENSIONAL, o, MUST_BE, m, INDIFFERENT, i, REVERSE, r, QUESTIONABLE, q);
    }
}
