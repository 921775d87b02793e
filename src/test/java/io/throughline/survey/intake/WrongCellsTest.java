package io.throughline.survey.intake;

import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.OrganisationId;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A wrong line of a file of answers names the cells to look at. */
class WrongCellsTest {

    private static final List<Item> ITEMS = Stream.of("a", "b", "c")
            .map(key -> new Item(key, text("Item " + key)))
            .toList();
    private static final QuestionId ID = QuestionId.next();

    @Test
    void a_cell_that_is_no_number_is_named_with_the_numbers_it_could_be() {
        var error = error(scale(), "\"step\": \"Q3 – price\"", "Q3 – price", "abc");

        assertThat(error.cells()).containsExactly(new ImportedCell("Q3 – price", "abc"));
        assertThat(error.error().code()).isEqualTo(SurveyError.IMPORT_NOT_A_NUMBER);
        assertThat(error.error().arguments()).containsExactly(1, 5);
        assertThat(error.line()).isEqualTo(2);
    }

    @Test
    void so_is_one_that_is_out_of_range_or_empty_where_an_answer_is_required() {
        assertThat(error(scale(), "\"step\": \"s\"", "s", "6").cells()).containsExactly(new ImportedCell("s", "6"));
        assertThat(error(scale(), "\"step\": \"s\"", "s", "").cells()).containsExactly(new ImportedCell("s", ""));
    }

    @Test
    void of_many_cells_only_the_one_that_is_wrong_by_itself() {
        var rated = new ImportanceSatisfaction(ID, text("What?"), text(""), true, 2, ITEMS);
        var columns = "\"named\": [\"n1\", \"n2\"], \"satisfaction\": {\"sa\": \"a\", \"sb\": \"b\", \"sc\": \"c\"}";

        assertThat(error(rated, columns, "n1,n2,sa,sb,sc", "a,b,1,7,3").cells())
                .containsExactly(new ImportedCell("sb", "7"));
        assertThat(error(rated, columns, "n1,n2,sa,sb,sc", "a,roads,1,2,3").cells())
                .containsExactly(new ImportedCell("n2", "roads"));
        var kano = new Kano(ID, text("How?"), text(""), true, ITEMS.subList(0, 2));
        var pairs = "\"there\": {\"ta\": \"a\", \"tb\": \"b\"}, \"missing\": {\"ma\": \"a\", \"mb\": \"b\"}";
        assertThat(error(kano, pairs, "ta,tb,ma,mb", "1,2,9,3").cells()).containsExactly(new ImportedCell("ma", "9"));
        var pairwise = new Pairwise(ID, text("Which?"), text(""), true, ITEMS.subList(0, 2));
        var judged = error(pairwise, "\"judgements\": {\"ab\": \"a:b\"}", "ab", "-1");
        assertThat(judged.cells()).containsExactly(new ImportedCell("ab", "-1"));
        assertThat(judged.error().code()).isEqualTo(SurveyError.IMPORT_NOT_A_JUDGEMENT);
    }

    @Test
    void cells_that_are_wrong_together_are_named_together_and_no_others() {
        var some = new MultipleChoice(ID, text("Which?"), text(""), true, ITEMS, false);
        assertThat(error(some, "\"named\": [\"m1\", \"m2\", \"m3\"]", "m1,m2,m3", "a,b,Item a")
                        .cells())
                .containsExactly(new ImportedCell("m1", "a"), new ImportedCell("m3", "Item a"));
        var sets = new BestWorst(
                ID,
                text("Most?"),
                text(""),
                true,
                3,
                2,
                ITEMS,
                List.of(List.of("a", "b", "c"), List.of("c", "b", "a")));
        var picks = "\"best\": [\"b1\", \"b2\"], \"worst\": [\"w1\", \"w2\"]";
        assertThat(error(sets, picks, "b1,b2,w1,w2", "a,b,c,b").cells())
                .containsExactly(new ImportedCell("b2", "b"), new ImportedCell("w2", "b"));
        var points = new Points(ID, text("Spend"), text(""), true, ITEMS);
        assertThat(error(points, "\"points\": {\"pa\": \"a\", \"pb\": \"b\", \"pc\": \"c\"}", "pa,pb,pc", "60,,50")
                        .cells())
                .containsExactly(new ImportedCell("pa", "60"), new ImportedCell("pc", "50"));
    }

    @Test
    void where_something_is_missing_the_empty_cells_are_named_three_at_the_most() {
        var kano = new Kano(ID, text("How?"), text(""), true, ITEMS);
        var pairs = "\"there\": {\"ta\": \"a\", \"tb\": \"b\", \"tc\": \"c\"},"
                + " \"missing\": {\"ma\": \"a\", \"mb\": \"b\", \"mc\": \"c\"}";

        assertThat(error(kano, pairs, "ta,tb,tc,ma,mb,mc", "1,2,3,4,,").cells())
                .containsExactly(new ImportedCell("mb", ""), new ImportedCell("mc", ""));
        assertThat(error(kano, pairs, "ta,tb,tc,ma,mb,mc", "1,,,,,").cells())
                .extracting(ImportedCell::column)
                .containsExactly("tb", "tc", "ma");
    }

    @Test
    void each_of_two_cells_with_limits_of_their_own_is_told_with_its_own() {
        var words = new OwnWords(ID, text("What else?"), text(""), true);
        var columns = "\"words\": \"q\", \"often\": \"q_often\", \"badly\": \"q_badly\"";

        var error = error(words, columns, "q,q_often,q_badly", "A lamp,9,8");

        assertThat(error.cells()).containsExactly(new ImportedCell("q_often", "9"));
        assertThat(error.error().arguments()).containsExactly(1, 5);
    }

    @Test
    void what_no_item_is_called_is_said_without_asking_to_load_a_page() {
        var one = new SingleChoice(ID, text("Which?"), text(""), true, ITEMS, false);

        var error = error(one, "\"chosen\": \"c\"", "c", "A horse");
        assertThat(error.error().code()).isEqualTo(SurveyError.IMPORT_NO_SUCH_ITEM);
        assertThat(error.cells()).containsExactly(new ImportedCell("c", "A horse"));
    }

    @Test
    void who_it_is_and_where_from_are_named_by_their_columns() {
        var run = run(scale(), "\"step\": \"s\"");
        run.read("id,organisation,s\n1,Nobody,3\n,Metro,3\n7,Metro,3\n7,Metro,3\n");

        assertThat(run.report(false).errors())
                .extracting(LineError::cells)
                .containsExactly(
                        List.of(new ImportedCell("organisation", "Nobody")),
                        List.of(new ImportedCell("id", "")),
                        List.of(new ImportedCell("id", "7")));
    }

    private static Scale scale() {
        return new Scale(ID, text("Price?"), text(""), true, 1, 5, text(""), text(""));
    }

    private static LineError error(Question question, String part, String columns, String cells) {
        var run = run(question, part);
        run.read("id,organisation," + columns + "\n1,Metro," + cells + "\n");
        var errors = run.report(false).errors();
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }

    private static ImportRun run(Question question, String part) {
        var map = ImportMap.parse("""
                {"respondent": "id", "name": "{}", "organisation": "organisation", "answers": [{"question": 1, %s}]}""".formatted(part));
        var voice = new Voice(OrganisationId.next(), "standard", BigDecimal.ONE);
        return new ImportRun(
                new SurveyContent(text("Survey"), text("To know."), List.of(question)),
                map,
                Map.of("Metro", voice),
                List::size);
    }
}
