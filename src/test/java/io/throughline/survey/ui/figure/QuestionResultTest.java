package io.throughline.survey.ui.figure;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import io.throughline.support.ViewTest;
import io.throughline.survey.QuestionId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionResultTest extends ViewTest {

    private static final List<Item> ITEMS = Stream.of("a", "b", "c", "d")
            .map(key -> new Item(key, text("Item " + key)))
            .toList();
    private static final Ranking ORDER =
            new Ranking(QuestionId.next(), text("In which order?"), text(""), false, ITEMS);
    private static final Ranking.Answer A_FIRST = new Ranking.Answer(Map.of("a", 1));
    private static final Ranking.Answer B_FIRST = new Ranking.Answer(Map.of("b", 1));

    @BeforeEach
    void read() {
        signIn(fixtures.projectManager());
    }

    /** Half of all people, in one of three organisations. */
    private static List<Given> halfInOne(Answer half, Answer others) {
        var given = new ArrayList<Given>();
        for (int person = 0; person < 24; person++) {
            int organisation = person < 12 ? 1 : person < 18 ? 2 : 3;
            given.add(given(person, organisation, person < 12 ? half : others));
        }
        return given;
    }

    private static Given given(int person, int organisation, Answer answer) {
        return new Given(new Respondent(new UUID(0, person), new UUID(1, organisation), 1), answer);
    }

    private static QuestionResult result(Question question, List<Given> given, int least) {
        var report = new QuestionReport(question, question.score(given, Settings.STANDARD));
        var context = new QuestionResult.Context(24, true, Map.of(), (_, _) -> "answers", least);
        var shown = new QuestionResult(report, context);
        UI.getCurrent().add(shown);
        return shown;
    }

    private static String shown(Question question, List<Given> given, int least) {
        return result(question, given, least).getElement().getTextRecursively();
    }

    @Test
    void a_rankings_figures_stand_under_each_weighting() {
        assertThat(shown(ORDER, halfInOne(A_FIRST, B_FIRST), 1))
                .contains("“Item b” beats every other item")
                .contains("Borda points · Weighted", "Borda points · Per organisation", "Borda points · Per person")
                // 3 or 1 of three: (3 + 1 + 1)/3 by organisations, (3 + 1)/2 by people.
                .contains("1.67 [", "2.00 [");
    }

    @Test
    void of_too_few_nothing_is_said_to_beat_the_others_or_not() {
        assertThat(shown(ORDER, List.of(given(1, 1, A_FIRST), given(2, 2, A_FIRST)), 1))
                .contains("Too few to rank")
                .doesNotContain("beats every other", "Condorcet");
    }

    @Test
    void what_importance_is_multiplied_with_stands_beside_it() {
        var question = new ImportanceSatisfaction(QuestionId.next(), text("What?"), text(""), false, 1, ITEMS);
        var satisfied = new ImportanceSatisfaction.Answer(List.of("a"), false, Map.of("a", 5));
        var dissatisfied = new ImportanceSatisfaction.Answer(List.of("a"), false, Map.of("a", 1));

        assertThat(shown(question, halfInOne(satisfied, dissatisfied), 1))
                .contains("Satisfied · Weighted", "Satisfied · Per person")
                .contains("I–S rating · Weighted", "I–S rating · Per organisation", "I–S rating · Per person")
                // a third by organisations, half by people
                .contains("33.3% [", "66.7% [", "50.0% [");
    }

    @Test
    void the_scores_of_best_worst_stand_under_each_weighting() {
        var question =
                new BestWorst(QuestionId.next(), text("Best?"), text(""), false, 3, 3, ITEMS, List.of()).designed();
        var picks = new HashMap<Integer, BestWorst.Pick>();
        for (int set = 0; set < question.sets().size(); set++) {
            var items = question.sets().get(set);
            picks.put(set, new BestWorst.Pick(items.getFirst(), items.getLast()));
        }
        var answer = new BestWorst.Answer(picks);

        assertThat(shown(question, halfInOne(answer, answer), 1))
                .contains("(B − W)/n · Weighted", "(B − W)/n · Per organisation")
                .contains("√(B/W) · Weighted", "Logit ± SE · Weighted", "Logit ± SE · Per person");
    }

    @Test
    void organisations_that_are_counted_together_are_not_called_one() {
        var together = List.of(given(1, 1, A_FIRST), given(2, 1, B_FIRST));

        assertThat(shown(ORDER, together, 5))
                .contains("n = 2 people, organisations counted together, 24 invited")
                .doesNotContain("N = 1");
        assertThat(shown(ORDER, together, 1)).contains("n = 2 people of N = 1 organisation");
    }

    @Test
    void what_is_not_drawn_together_is_not_said_to_be() {
        var scale = new Scale(QuestionId.next(), text("How hard?"), text(""), false, 1, 5, text(""), text(""));

        assertThat(shown(scale, List.of(given(1, 1, new Scale.Answer(2))), 1))
                .contains("With so few people, figures are shown without decimals.")
                .doesNotContain("mean of all items");
        assertThat(shown(ORDER, List.of(given(1, 1, A_FIRST)), 1)).contains("mean of all items");
    }

    @Test
    void organisations_differ_by_days_where_days_were_asked_for() {
        var when = new DateQuestion(QuestionId.next(), text("When?"), text(""), false, null, null);
        var given = List.of(
                given(1, 1, new DateQuestion.Answer(LocalDate.of(2027, 3, 1))),
                given(2, 1, new DateQuestion.Answer(LocalDate.of(2027, 3, 31))));

        assertThat(shown(when, given, 1)).contains("Mar 16, 2027 (n = 2)", "± 21 days");
    }

    @Test
    void how_points_lie_is_in_sight_beside_their_mean() {
        var points = new Points(QuestionId.next(), text("Points?"), text(""), false, ITEMS);
        var one = new Points.Answer(Map.of("a", 100));
        var other = new Points.Answer(Map.of("b", 100));

        var shown = result(points, halfInOne(one, other), 1);

        assertThat(shown.getElement().getTextRecursively())
                .contains("Given points by", "0.0 · 0.0 · 50.0 · 100.0 · 100.0");
        assertThat(_get(shown, NativeDetails.class).isOpen()).isTrue();
    }
}
