package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736",
        "2, 4.302652730",
        "3, 3.182446305",
        "10, 2.228138852",
        "29, 2.045229642",
        "30, 2.042272456",
        "120, 1.979930405",
        "1000, 1.962339081",
        "1000000, 1.959966"
    })
    void studentsQuantilesAsTabulated(double degrees, double expected) {
        assertThat(Numbers.studentQuantile(.975, degrees)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void quantilesBetweenWholeDegreesLieBetween() {
        assertThat(Numbers.studentQuantile(.975, 2.5)).isBetween(3.182446, 4.302653);
    }

    @Test
    void betaAtSymmetryIsAHalf() {
        assertThat(Numbers.regularisedBeta(.5, 3, 3)).isCloseTo(.5, within(1e-12));
        assertThat(Numbers.regularisedBeta(.3, 1, 1)).isCloseTo(.3, within(1e-12));
    }

    @Test
    void quantilesInterpolate() {
        assertThat(Numbers.quantile(new double[] {1, 2, 3, 4}, .5)).isEqualTo(2.5);
        assertThat(Numbers.quantile(new double[] {7}, .975)).isEqualTo(7);
    }

    @Test
    void hashedPoissonHasMeanAndVarianceOne() {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int response = 0; response < 2_000; response++) {
            for (int weight : Poisson.weights(new UUID(0x018f_0000_0000_7000L, response), 200)) {
                sum += weight;
                squares += weight * weight;
                n++;
            }
        }
        double mean = sum / n;
        assertThat(mean).isCloseTo(1, within(.01));
        assertThat(squares / n - mean * mean).isCloseTo(1, within(.02));
    }
}
