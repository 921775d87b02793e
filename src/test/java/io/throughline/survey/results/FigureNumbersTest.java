package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.NumberQuestion;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FigureNumbersTest {

    private final FigureNumbers english = new FigureNumbers(Locale.ENGLISH, SurveyFixtures.POINTS, false);
    private final FigureNumbers german = new FigureNumbers(Locale.GERMAN, SurveyFixtures.POINTS, false);
    private final FigureNumbers few = new FigureNumbers(Locale.ENGLISH, SurveyFixtures.POINTS, true);

    @Test
    void parts_are_percentages_net_scores_run_to_a_hundred_and_others_stay_as_they_are() {
        assertThat(english.value("share", .69894)).isEqualTo("69.9%");
        assertThat(english.bare("share", .69894)).isEqualTo("69.9");
        assertThat(german.value("importance", .69894)).isEqualTo("69,9\u00A0%");
        assertThat(english.value("nps", .3333)).isEqualTo("33.3");
        assertThat(english.value("nps_se", .043)).isEqualTo("4.3");
        assertThat(german.value("borda", 1.254)).isEqualTo("1,25");
        assertThat(english.value("median", 12.5)).isEqualTo("12.5");
        assertThat(english.value("schulze_place", 3)).isEqualTo("3");
        assertThat(german.count(1234)).isEqualTo("1.234");
    }

    @Test
    void few_have_no_decimals_but_for_numbers_given_and_measures_of_the_method() {
        assertThat(few.value("share", .69894)).isEqualTo("70%");
        assertThat(few.value("borda", 1.254)).isEqualTo("1");
        assertThat(few.value("consistency_ratio", .0613)).isEqualTo("0.06");
        assertThat(few.value("lower_quartile", 12.5)).isEqualTo("12.5");
        var hours = new NumberQuestion(
                QuestionId.next(),
                SurveyFixtures.text("How long?"),
                SurveyFixtures.text(""),
                false,
                null,
                null,
                1,
                SurveyFixtures.text("h"));
        assertThat(new FigureNumbers(Locale.ENGLISH, hours, true).value("mean", 2.25))
                .isEqualTo("2.2");
    }

    @Test
    void what_rounds_to_nothing_has_no_sign() {
        assertThat(english.value("worse", -0.0)).isEqualTo("0.0%");
        assertThat(english.value("worse", -.0001)).isEqualTo("0.0%");
        assertThat(english.bare("functional", -.001)).isEqualTo("0.00");
        assertThat(english.value("worse", -.25)).isEqualTo("-25.0%");
    }
}
