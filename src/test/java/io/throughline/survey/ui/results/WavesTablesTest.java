package io.throughline.survey.ui.results;

import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.throughline.support.ViewTest;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Waves;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.stats.Change;
import io.throughline.survey.question.stats.PairedChange;
import io.throughline.survey.question.stats.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTablesTest extends ViewTest {

    @Test
    void shares_are_percentages_and_something_else_is_called_so() {
        signIn(fixtures.projectManager());
        var question = new SingleChoice(
                QuestionId.next(), text("How?"), text(""), true, List.of(new Item("bus", text("By bus"))), true);
        var tables = new WavesTables(new Waves.Comparison(
                0,
                false,
                false,
                List.of(new Waves.QuestionChange(
                        question,
                        Waves.Asked.SAME,
                        new Size(90, 5, false),
                        new Size(80, 5, false),
                        List.of(figure("bus"), figure(Other.KEY))))));
        UI.getCurrent().add(tables);

        assertThat(tables.getElement().getTextRecursively())
                .contains("By busShare20.0%30.0%+10.0 pp [0.0 … +20.0]0.300May be chance")
                .contains("Something elseShare20.0%");
    }

    @Test
    void of_too_few_there_are_no_decimals_and_the_same_people_are_told_by_a_corrected_p() {
        signIn(fixtures.projectManager());
        var question = new SingleChoice(
                QuestionId.next(), text("How?"), text(""), true, List.of(new Item("bus", text("By bus"))), true);
        var paired = new PairedChange(4, new Change(.1, -.05, .25, .02), .04);
        var tables = new WavesTables(new Waves.Comparison(
                4,
                false,
                false,
                List.of(new Waves.QuestionChange(
                        question,
                        Waves.Asked.SAME,
                        new Size(9, 5, true),
                        new Size(80, 5, false),
                        List.of(new Waves.FigureChange(
                                "bus", "share", .2, .3, new Change(.1, 0, .2, .3), .3, paired))))));
        UI.getCurrent().add(tables);

        assertThat(tables.getElement().getTextRecursively())
                .contains("By busShare20%30%+10 pp [0 … +20]0.300Too few")
                .contains("+10 pp [−5 … +25] · p (Holm) 0.040 (n = 4)");
    }

    @Test
    void months_are_called_as_in_the_results() {
        signIn(fixtures.projectManager());
        var question = new DateQuestion(QuestionId.next(), text("When?"), text(""), true, null, null);
        var tables = new WavesTables(new Waves.Comparison(
                0,
                false,
                false,
                List.of(new Waves.QuestionChange(
                        question,
                        Waves.Asked.SAME,
                        new Size(90, 5, false),
                        new Size(80, 5, false),
                        List.of(figure("2027-03"))))));
        UI.getCurrent().add(tables);

        assertThat(tables.getElement().getTextRecursively())
                .contains("March 2027Share20.0%")
                .doesNotContain("2027-03");
    }

    @Test
    void what_is_told_of_too_few_does_not_read_as_nobody() {
        signIn(fixtures.projectManager());
        var question = new SingleChoice(
                QuestionId.next(), text("How?"), text(""), true, List.of(new Item("bus", text("By bus"))), true);
        var tables = new WavesTables(new Waves.Comparison(
                null,
                false,
                false,
                List.of(new Waves.QuestionChange(
                        question, Waves.Asked.SAME, new Size(90, 5, false), null, List.of()))));
        UI.getCurrent().add(tables);

        assertThat(tables.getElement().getTextRecursively())
                .contains("n (people) = 90 and fewer than may be told", "Too few people to say what changed")
                .doesNotContain("answered both", "no two figures");
    }

    private static Waves.FigureChange figure(String item) {
        return new Waves.FigureChange(item, "share", .2, .3, new Change(.1, 0, .2, .3), .3, null);
    }
}
