package io.throughline.survey.export;

import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written is the key of a text, with what it is told after it. */
class PaperFiguresTest {

    private static final List<Item> ITEMS = List.of(new Item("a", text("Item a")), new Item("b", text("Item b")));

    /** @param people of three organisations in turn */
    private static List<String> written(Question question, int people, Answer answer) {
        var given = new ArrayList<Given>();
        for (int person = 0; person < people; person++) {
            given.add(new Given(new Respondent(new UUID(0, person), new UUID(1, person % 3), 1), answer));
        }
        var report = new QuestionReport(question, question.score(given, Settings.STANDARD));
        return new PaperFigures(report, PaperFiguresTest::key, Locale.ENGLISH)
                .rows().stream()
                        .map(row -> row.item() + "|" + row.name() + "|"
                                + String.join("|", row.cells()).replace('\u00a0', ' '))
                        .toList();
    }

    private static String key(String key, Object... arguments) {
        return arguments.length == 0 ? key : key + " " + arguments[0];
    }

    @Test
    void shares_are_percentages_with_their_limits_as_on_the_screen() {
        assertThat(written(SurveyFixtures.POINTS, 30, SurveyFixtures.points(61, 39)))
                .contains(
                        "Item roads|figure.share|61.0% [61.0; 61.0]|61.0% [61.0; 61.0]|61.0% [61.0; 61.0]",
                        "Item roads|figure.given|30||",
                        "Item roads|figure.median|61||",
                        "Item roads|figure.organisation_share_deviation|0.0%||");
    }

    @Test
    void figures_of_too_few_are_drawn_together_without_decimals_and_nobody_has_won() {
        // (2·61 + 4·50)/(2 + 4)
        assertThat(written(SurveyFixtures.POINTS, 2, SurveyFixtures.points(61, 39)))
                .contains("Item roads|figure.share|54% [54; 54]|54% [54; 54]|54% [54; 54]");
        var order = new Ranking(QuestionId.next(), text("Order?"), text(""), false, ITEMS);
        var aFirst = new Ranking.Answer(Map.of("a", 1));
        assertThat(written(order, 2, aFirst))
                .noneMatch(row -> row.contains("condorcet_winner"))
                .contains("Item a|figure.schulze_place|surveys.place.few|surveys.place.few|surveys.place.few");
        assertThat(written(order, 30, aFirst))
                .contains("Item a|figure.condorcet_winner|paper.yes||")
                .contains("Item a|figure.schulze_place|1 [1; 1]|1 [1; 1]|1 [1; 1]");
    }

    @Test
    void what_an_item_is_to_people_is_said_in_words_and_what_cant_be_told_apart_so() {
        var pairs = new Kano(QuestionId.next(), text("Feel?"), text(""), false, ITEMS);
        var attracted = new Kano.Pair(Feeling.LIKE, Feeling.NEUTRAL);
        var answer = new Kano.Answer(Map.of("a", attracted, "b", attracted));

        assertThat(written(pairs, 30, answer))
                .contains(
                        "Item a|figure.category" + "|enum.Category.ATTRACTIVE".repeat(3),
                        "Item a|figure.attractive|30||",
                        "Item a|figure.worse|0.0% [0.0; 0.0]|0.0% [0.0; 0.0]|0.0% [0.0; 0.0]");
        assertThat(written(pairs, 1, answer))
                .anyMatch(row ->
                        row.startsWith("Item a|figure.category|surveys.kano.uncertain enum.Category.ATTRACTIVE / "));
    }

    @Test
    void days_and_months_are_written_as_people_write_them() {
        var when = new DateQuestion(QuestionId.next(), text("When?"), text(""), false, null, null);

        assertThat(written(when, 30, new DateQuestion.Answer(LocalDate.of(2027, 3, 9))))
                .contains("|figure.median|Mar 9, 2027||", "March 2027|figure.chosen|30||");
    }
}
