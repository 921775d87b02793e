package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JudgementsTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    /** Data of the R package ahpsurvey: −k says that the first counts k times as much, +k that the second does. */
    private static Judgements survey(int things, int... upperTriangle) {
        var ratio = new double[things][things];
        int at = 0;
        for (int i = 0; i < things; i++) {
            ratio[i][i] = 1;
            for (int j = i + 1; j < things; j++) {
                int code = upperTriangle[at++];
                ratio[i][j] = code < 0 ? -code : 1.0 / code;
                ratio[j][i] = 1 / ratio[i][j];
            }
        }
        return new Judgements(ratio);
    }

    @Test
    void weightsOfConsistentJudgementsAreTheirRatios() {
        var judged = new Judgements(new double[][] {{1, 6, 3}, {1.0 / 6, 1, .5}, {1.0 / 3, 2, 1}});

        assertThat(judged.weights()).containsExactly(new double[] {2.0 / 3, 1.0 / 9, 2.0 / 9}, CLOSE);
        assertThat(judged.consistencyRatio(Judgements.SAATY)).isCloseTo(0, CLOSE);
        assertThat(judged.mostDoubtful()).isNull();
    }

    @Test
    void publishedSurveysGiveTheirPublishedWeightsAndConsistency() {
        var first = survey(5, 2, -2, 2, -6, -4, -4, -8, 4, -3, -8);
        var second = survey(5, 2, -4, 1, -4, -4, -2, -8, 4, -3, -7);

        assertThat(first.weights())
                .containsExactly(new double[] {.1709466, .4587181, .0854733, .2507636, .0340984}, CLOSE);
        assertThat(first.consistencyRatio(Judgements.SAATY)).isCloseTo(.0612537, CLOSE);
        assertThat(second.weights())
                .containsExactly(new double[] {.2291009, .3935620, .0829256, .2531962, .0412154}, CLOSE);
        assertThat(second.consistencyRatio(Judgements.SAATY)).isCloseTo(.0296276, CLOSE);
    }

    @Test
    void theJudgementThatContradictsTheOthersIsNamed() {
        // a = 2b, b = 2c, yet c = 3a instead of a = 4c.
        var judged = new Judgements(new double[][] {{1, 2, 1.0 / 3}, {.5, 1, 2}, {3, .5, 1}});

        assertThat(judged.consistencyRatio(Judgements.SAATY)).isGreaterThan(Judgements.ACCEPTABLE);
        assertThat(judged.mostDoubtful()).isNotNull();
    }

    @Test
    void twoThingsNeverContradictEachOther() {
        assertThat(new Judgements(new double[][] {{1, 9}, {1.0 / 9, 1}}).consistencyRatio(Judgements.SAATY))
                .isZero();
    }

    @Test
    void aGroupJudgesByTheWeightedGeometricMean() {
        var one = new Judgements(new double[][] {{1, 4}, {.25, 1}});
        var other = new Judgements(new double[][] {{1, 1}, {1, 1}});

        assertThat(Judgements.together(List.of(one, other), new double[] {1, 1}).weights())
                .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, CLOSE);
        assertThat(Judgements.together(List.of(one, other), new double[] {1, 0}).weights())
                .containsExactly(new double[] {.8, .2}, CLOSE);
    }

    @Test
    void whatIsNotReciprocalIsRefused() {
        assertThatThrownBy(() -> new Judgements(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
