package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BinTest {

    @Test
    void wholeNumbersCloseTogetherHaveAColumnEach() {
        var bins = of(1, 3, 4, 4, 6);

        assertThat(bins).extracting(Bin::from).containsExactly(3.0, 4.0, 5.0, 6.0);
        assertThat(bins).extracting(Bin::count).containsExactly(1, 2, 0, 1);
        assertThat(bins.get(1).share().perPerson().value()).isEqualTo(.5);
    }

    @Test
    void widthsAreRoundAndColumnsAtMostTen() {
        assertThat(of(1, -31, 0, 61)).extracting(Bin::from).containsExactly(-40.0, -20.0, 0.0, 20.0, 40.0, 60.0);
        assertThat(of(.1, 0, .3)).extracting(Bin::count).containsExactly(1, 0, 0, 1);
        assertThat(of(1, 0, 1e12)).hasSizeLessThanOrEqualTo(10);
        assertThat(of(1)).isEmpty();
    }

    private static List<Bin> of(double narrowest, double... values) {
        var tally = new Tally(new Layout(0, 0, 1), Settings.STANDARD);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            tally.add(
                    new Respondent(new UUID(0, i), new UUID(1, i), 1),
                    into -> into.value(0, Math.round(value / narrowest)));
        }
        return Bin.of(tally, 0, kept -> kept * narrowest, narrowest);
    }
}
