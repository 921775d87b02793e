package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.SurveyError;
import io.throughline.survey.question.ImportanceSatisfaction.Answer;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportanceSatisfactionTest {

    private final ImportanceSatisfaction question = KansasCity.question();

    @Test
    void streetsOfKansasCityCountAsPublished() {
        var result = question.score(KansasCity.answers(), Settings.STANDARD);
        var streets = result.items().get(2);

        assertThat(result.size().people()).isEqualTo(1033);
        assertThat(result.size().organisations()).isEqualTo(6);
        assertThat(result.size().tooFewToRank()).isFalse();
        assertThat(result.none()).isEqualTo(121);
        assertThat(streets.named()).isEqualTo(722);
        assertThat(streets.rated()).isEqualTo(1029);
        assertThat(streets.satisfied()).isEqualTo(139);

        assertEstimate(streets.importance().perPerson(), .6989, .6703, .7261);
        assertEstimate(streets.importance().perOrganisation(), .6970, .6681, .7244);
        assertThat(streets.importance().perOrganisation().effectiveN()).isCloseTo(1019.2, within(.05));
        assertThat(streets.importance().weighted())
                .isEqualTo(streets.importance().perOrganisation());
        assertThat(streets.rating().perPerson().value()).isCloseTo(.6045, within(5e-5));
        assertThat(streets.rating().perPerson().low()).isBetween(.55, .60);
        assertThat(streets.rating().perPerson().high()).isBetween(.61, .66);
        assertThat(streets.organisations()).hasSize(6).allMatch(figure -> figure.people() >= 150);
        assertThat(streets.disagreement()).isBetween(.4, .5);
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        var answers = new java.util.ArrayList<>(KansasCity.answers());
        var before = question.score(answers, Settings.STANDARD)
                .items()
                .get(0)
                .rating()
                .perPerson();
        Collections.shuffle(answers, new Random(7));
        var after = question.score(answers, Settings.STANDARD)
                .items()
                .get(0)
                .rating()
                .perPerson();

        assertThat(after.low()).isCloseTo(before.low(), within(1e-12));
        assertThat(after.high()).isCloseTo(before.high(), within(1e-12));
    }

    @Test
    void nobodyRatedIsUndefinedNotZero() {
        var one = new Given(
                new Respondent(UUID.randomUUID(), UUID.randomUUID(), 1), new Answer(List.of("1"), false, Map.of()));
        var item = question.score(List.of(one), Settings.STANDARD).items().getFirst();

        assertThat(item.importance().perPerson().value()).isEqualTo(1);
        assertThat(item.satisfaction().perPerson()).isNull();
        assertThat(item.rating().perPerson()).isNull();
    }

    @Test
    void notKnowingIsNeitherARatingNorSilence() {
        var knows = given(new Answer(List.of("1"), false, Map.of("1", 5)));
        var doesNotKnow = given(new Answer(List.of("2"), false, Map.of("1", ImportanceSatisfaction.DONT_KNOW)));
        var none = given(new Answer(List.of(), true, Map.of()));
        var left = given(question.blank());
        var result = question.score(List.of(knows, doesNotKnow, none, left), Settings.STANDARD);
        var item = result.items().getFirst();

        assertThat(question.accept(doesNotKnow.answer())).isEmpty();
        assertThat(doesNotKnow.answer().isEmpty()).isFalse();
        assertThat(result.size().people()).isEqualTo(4);
        assertThat(result.none()).isEqualTo(1);
        assertThat(result.unanswered()).isEqualTo(1);
        assertThat(item.importance().perPerson().value()).isEqualTo(.25);
        assertThat(item.rated()).isEqualTo(1);
        assertThat(item.dontKnow()).isEqualTo(1);
        assertThat(item.satisfaction().perPerson().value()).isEqualTo(1);
    }

    private static Given given(Answer answer) {
        return new Given(new Respondent(UUID.randomUUID(), UUID.randomUUID(), 1), answer);
    }

    @Test
    void anOrganisationOfWeightZeroIsHeardOnlyPerPersonAndPerOrganisation() {
        var loud = new Respondent(UUID.randomUUID(), UUID.randomUUID(), 2);
        var mute = new Respondent(UUID.randomUUID(), UUID.randomUUID(), 0);
        var item = question.score(
                        List.of(
                                new Given(loud, new Answer(List.of("1"), false, Map.of())),
                                new Given(mute, new Answer(List.of("2"), false, Map.of()))),
                        Settings.STANDARD)
                .items()
                .getFirst();

        assertThat(item.importance().weighted().value()).isEqualTo(1);
        assertThat(item.importance().perOrganisation().value()).isEqualTo(.5);
    }

    @Test
    void savingTakesWhatSubmittingRefuses() {
        var tooMany = new Answer(List.of("1", "2", "3", "4"), false, Map.of());
        var contradiction = new Answer(List.of("1"), true, Map.of());

        assertThat(question.accept(tooMany)).isEmpty();
        assertThat(codes(question.validate(tooMany))).containsExactly(SurveyError.TOO_MANY_NAMED);
        assertThat(question.accept(contradiction)).isEmpty();
        assertThat(codes(question.validate(contradiction))).containsExactly(SurveyError.NONE_AND_NAMED);
        assertThat(codes(question.validate(question.blank()))).containsExactly(SurveyError.NOTHING_NAMED);
        assertThat(question.validate(new Answer(List.of(), true, Map.of()))).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNotEvenSaved() {
        assertThat(codes(question.accept(new Answer(List.of("99"), false, Map.of()))))
                .containsExactly(SurveyError.UNKNOWN_ITEM);
        assertThat(codes(question.accept(new Answer(List.of("1", "1"), false, Map.of()))))
                .containsExactly(SurveyError.ITEM_NAMED_TWICE);
        assertThat(codes(question.accept(new Answer(List.of(), false, Map.of("1", 6)))))
                .containsExactly(SurveyError.RATING_OUT_OF_RANGE);
        assertThat(codes(question.accept(new Points.Answer(Map.of())))).containsExactly(SurveyError.WRONG_ANSWER_TYPE);
    }

    private static List<SurveyError> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private static void assertEstimate(Estimate estimate, double value, double low, double high) {
        assertThat(estimate.value()).isCloseTo(value, within(5e-5));
        assertThat(estimate.low()).isCloseTo(low, within(5e-5));
        assertThat(estimate.high()).isCloseTo(high, within(5e-5));
    }
}
