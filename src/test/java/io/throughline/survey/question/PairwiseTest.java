package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PairwiseTest {

    private final Pairwise question = new Pairwise(
            QuestionId.next(),
            Asked.TITLE,
            Asked.NOTHING,
            true,
            Asked.items("culture", "family", "house", "jobs", "transport"));

    /** Data of the R package ahpsurvey, whose sign is the other way round. */
    private Pairwise.Answer answer(int... ahpsurvey) {
        var judgements = new LinkedHashMap<String, Integer>();
        for (int at = 0; at < ahpsurvey.length; at++) {
            judgements.put(question.pairs().get(at), ahpsurvey[at] == 1 ? 1 : -ahpsurvey[at]);
        }
        return new Pairwise.Answer(judgements);
    }

    @Test
    void onePersonsWeightsAndConsistency() {
        var judged =
                question.judged(answer(2, -2, 2, -6, -4, -4, -8, 4, -3, -8)).orElseThrow();

        assertThat(judged.weights())
                .containsExactly(new double[] {.1709466, .4587181, .0854733, .2507636, .0340984}, within(1e-6));
        assertThat(judged.consistencyRatio(Settings.STANDARD.randomIndex())).isCloseTo(.0612537, within(1e-6));
    }

    @Test
    void aGroupsWeightsAreThoseOfItsMeanJudgements() {
        var result = question.score(
                Asked.byPeople(
                        answer(2, -2, 2, -6, -4, -4, -8, 4, -3, -8),
                        answer(2, -4, 1, -4, -4, -2, -8, 4, -3, -7),
                        new Pairwise.Answer(Map.of("culture:family", 3))),
                Settings.STANDARD);

        assertThat(result.size().people()).as("who judged every pair").isEqualTo(2);
        assertThat(result.inconsistent()).isZero();
        assertThat(result.items().stream()
                        .mapToDouble(item -> item.weight().perPerson().value())
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(result.items().get(1).weight().perPerson().value()).isBetween(.3935620, .4587181);
    }

    @Test
    void theGroupsConsistencyIsThatOfItsWeights() {
        var heard = new Given(
                new Respondent(new UUID(0, 1), new UUID(1, 1), 1), answer(2, -2, 2, -6, -4, -4, -8, 4, -3, -8));
        var mute = new Given(
                new Respondent(new UUID(0, 2), new UUID(1, 2), 0), answer(2, -4, 1, -4, -4, -2, -8, 4, -3, -7));

        assertThat(question.score(List.of(heard, mute), Settings.STANDARD).consistency())
                .isCloseTo(.0612537, within(1e-6));
        assertThat(question.score(List.of(mute), Settings.STANDARD).consistency())
                .as("nobody is heard")
                .isNull();
    }

    @Test
    void whatIsNoJudgementIsRefusedAndMissingPairsAreCounted() {
        assertThat(question.accept(new Pairwise.Answer(Map.of("culture:family", 10))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.RATING_OUT_OF_RANGE);
        assertThat(question.accept(new Pairwise.Answer(Map.of("family:culture", 3))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.UNKNOWN_ITEM);
        assertThat(question.validate(new Pairwise.Answer(Map.of("culture:family", 3))))
                .containsExactly(Problem.of(SurveyError.PAIRS_LEFT, 9));
    }
}
