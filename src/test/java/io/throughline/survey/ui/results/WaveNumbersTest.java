package io.throughline.survey.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.results.FigureNumbers;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WaveNumbersTest {

    private final WaveNumbers english = numbers(Locale.ENGLISH, false, " pp");
    private final WaveNumbers german = numbers(Locale.GERMAN, false, " Prozentpunkte");

    private static WaveNumbers numbers(Locale locale, boolean few, String unit) {
        return new WaveNumbers(locale, new FigureNumbers(locale, SurveyFixtures.POINTS, few), points -> points + unit);
    }

    @Test
    void shares_are_percentages_and_their_difference_percentage_points() {
        var change = new Change(.2, .0524, .3339, .01);

        assertThat(english.value("share", .389)).isEqualTo("38.9%");
        assertThat(german.value("importance", .389)).isEqualTo("38,9\u00A0%");
        assertThat(english.difference("share", change)).isEqualTo("+20.0 pp [+5.2 … +33.4]");
        assertThat(german.difference("weight", change)).isEqualTo("+20,0 Prozentpunkte [+5,2 … +33,4]");
    }

    @Test
    void net_scores_run_to_a_hundred_and_means_stay_as_they_are() {
        var change = new Change(-.25, -.5, .0001, null);

        assertThat(english.value("nps", .3333)).isEqualTo("33.3");
        assertThat(english.difference("nps", change)).isEqualTo("−25.0 [−50.0 … 0.0]");
        assertThat(english.value("mean", 3.254)).isEqualTo("3.25");
        assertThat(english.difference("mean", change)).isEqualTo("−0.25 [−0.50 … 0.00]");
    }

    @Test
    void of_too_few_nothing_is_told_to_the_decimal_and_what_rounds_to_nothing_has_no_sign() {
        var few = numbers(Locale.ENGLISH, true, " pp");

        assertThat(few.value("share", .389)).isEqualTo("39%");
        assertThat(few.difference("share", new Change(.2, .0524, .3339, .01))).isEqualTo("+20 pp [+5 … +33]");
        assertThat(few.difference("mean", new Change(-.25, -.75, .1, null))).isEqualTo("0 [−1 … 0]");
        assertThat(english.value("worse", -0.0)).isEqualTo("0.0%");
        assertThat(english.value("schulze_place", 3)).isEqualTo("3");
    }

    @Test
    void what_is_next_to_impossible_says_so() {
        assertThat(english.p(.0004)).isEqualTo("< 0.001");
        assertThat(english.p(.0316)).isEqualTo("0.032");
        assertThat(english.p(null)).isEqualTo("–");
    }
}
