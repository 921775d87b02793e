package io.throughline.survey.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Estimate.Interval;
import io.throughline.survey.question.stats.Size;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures few = figures(4, 3);
    private final Figures many = figures(400, 30);

    private static Figures figures(int people, int organisations) {
        return new Figures(Locale.ENGLISH, new Size(people, organisations, people < 20), "undefined");
    }

    private static Estimate estimate(double value, double low, double high, double people) {
        return new Estimate(value, low, high, people, Interval.BOOTSTRAP);
    }

    @Test
    void a_figure_drawn_towards_the_others_lies_in_the_interval_beside_it() {
        var none = estimate(0, 0, 0, 4);
        var all = estimate(1, 1, 1, 4);

        assertThat(few.share(none, List.of(none, all))).isEqualTo("25% [25–25]");
        assertThat(few.share(all, List.of(none, all))).isEqualTo("75% [75–75]");
        assertThat(many.share(none, List.of(none, all))).isEqualTo("0.0% [0.0–0.0]");
    }

    @Test
    void what_rounds_to_nothing_has_no_sign() {
        var little = estimate(-.001, -.002, .001, 400);

        assertThat(few.signed(little, List.of(little))).doesNotContain("-0");
        assertThat(few.net(little, .001)).doesNotContain("-0");
        assertThat(many.signed(estimate(-.0001, -.0002, .0001, 400), List.of())).doesNotContain("-0");
        assertThat(many.signed(estimate(-.01, -.02, -.005, 400), List.of())).contains("-1.0%", "-2.0", "-0.5");
    }

    @Test
    void a_mean_of_few_numbers_is_as_fine_as_the_numbers() {
        var hours = estimate(2.5, 2.5, 2.5, 4);

        assertThat(few.measured(hours, 1)).startsWith("2.5 [2.5");
        assertThat(few.measured(hours, 0)).startsWith("2 [2");
        assertThat(many.measured(hours, 0)).startsWith("2.50 [2.50");
        assertThat(many.measured(hours, 3)).startsWith("2.500 [2.500");
    }
}
