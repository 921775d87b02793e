package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
        var people = IntStream.range(0, values.length)
                .mapToObj(i -> new Respondent(new UUID(0, i), new UUID(1, i), 1))
                .toList();
        return Bin.of(values, narrowest, new Sample(people, Settings.STANDARD));
    }
}
