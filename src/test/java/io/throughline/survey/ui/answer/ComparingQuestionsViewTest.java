package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.support.As;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Problem;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The types that compare items with each other: designed, answered and read in the portal. */
class ComparingQuestionsViewTest extends QuestionsViewTest {

    private static final List<Item> ITEMS = items("a", "b", "c", "d");
    private static final BestWorst SETS = new BestWorst(
                    QuestionId.next(),
                    SurveyFixtures.text("Most and least?"),
                    SurveyFixtures.text(""),
                    true,
                    3,
                    3,
                    ITEMS,
                    List.of())
            .designed();

    private static final Kano PAIRS = new Kano(
            QuestionId.next(), SurveyFixtures.text("With and without?"), SurveyFixtures.text(""), false, ITEMS);

    private static final Ranking ORDER = new Ranking(
            QuestionId.next(), SurveyFixtures.text("In which order?"), SurveyFixtures.text(""), false, ITEMS);

    private static final Pairwise EACH = new Pairwise(
            QuestionId.next(), SurveyFixtures.text("Which counts more?"), SurveyFixtures.text(""), false, ITEMS);

    @BeforeEach
    void ask() {
        publish(SETS, PAIRS, ORDER, EACH);
    }

    @Test
    void most_and_least_are_stored_set_by_set() {
        go("1");
        var set = SETS.sets().getFirst();
        give(
                SETS,
                "{\"0\":{\"best\":\"%s\",\"worst\":\"%s\"},\"1\":{\"best\":\"unheard of\"},\"99\":{\"best\":\"a\"}}"
                        .formatted(set.get(2), set.get(0)));
        assertThat(answer(SETS)).isEqualTo(new BestWorst.Answer(Map.of(0, new BestWorst.Pick(set.get(2), set.get(0)))));
        go("review");
        assertThat(page()).contains("Most: Item " + set.get(2) + " · Least: Item " + set.getFirst(), "3 sets are not");
    }

    @Test
    void the_same_item_is_not_taken_for_most_and_least() {
        go("1");
        var key = SETS.sets().getFirst().getFirst();
        give(SETS, "{\"0\":{\"best\":\"%s\",\"worst\":\"%s\"}}".formatted(key, key));
        assertThat(sheet().answers()).isEmpty();
    }

    @Test
    void best_worst_results_say_how_often_an_item_was_chosen() {
        complete();
        submitted();
        assertThat(page()).contains("Best–worst scaling", "Too few to rank", "Item a");
        var csv = As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH));
        assertThat(csv).contains(",best,,3,", "best_minus_worst,weighted,");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, SETS.id(), "a")))
                .isEqualTo(1);
    }

    @Test
    void feelings_are_stored_item_by_item() {
        go("2");
        give(
                PAIRS,
                "{\"a\":{\"there\":\"LIKE\",\"missing\":\"DISLIKE\"},\"b\":{\"there\":\"ADORE\"},\"z\":{\"there\":\"LIKE\"}}");
        assertThat(answer(PAIRS)).isEqualTo(new Kano.Answer(Map.of("a", new Kano.Pair(Feeling.LIKE, Feeling.DISLIKE))));
        go("review");
        assertThat(page()).contains("If there: I like it · if not: I dislike it", "3 pairs are not");
    }

    @Test
    void an_item_a_hint_is_about_is_quoted_as_its_reader_quotes() {
        go("2");
        give(PAIRS, "{\"a\":{\"there\":\"LIKE\",\"missing\":\"LIKE\"}}");
        go("review");
        assertThat(page()).contains("Your two answers on “Item a” contradict each other");
        UI.getCurrent().setLocale(Locale.GERMAN);
        go("review");
        assertThat(page()).contains("Ihre beiden Antworten zu „Item a“ widersprechen sich");
    }

    @Test
    void kano_results_say_what_an_item_is_to_people() {
        complete();
        go("2");
        give(
                PAIRS,
                JSON.writeValueAsString(ITEMS.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Item::key, item -> Map.of("there", "MUST_BE", "missing", "DISLIKE")))));
        submitted();
        assertThat(page()).contains("Kano pair", "Must-be (M)");
        assertThat(As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains(",category,weighted,must_be|", ",must_be,,1,");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, PAIRS.id(), "a")))
                .isEqualTo(1);
    }

    @Test
    void ranks_are_stored_with_ties_and_gaps() {
        go("3");
        give(ORDER, "{\"a\":1,\"c\":1,\"b\":2,\"z\":3,\"d\":\"last\"}");
        assertThat(answer(ORDER)).isEqualTo(new Ranking.Answer(Map.of("a", 1, "c", 1, "b", 2)));
        give(ORDER, "{\"a\":5}");
        assertThat(answer(ORDER)).isEqualTo(new Ranking.Answer(Map.of("a", 1, "c", 1, "b", 2)));
    }

    @Test
    void ranking_results_name_the_item_that_beats_every_other_one() {
        complete();
        go("3");
        give(ORDER, "{\"c\":1,\"a\":2}");
        submitted();
        assertThat(page()).contains("“Item c” beats every other item");
        assertThat(As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains("schulze_place,weighted,1.0,", "condorcet_winner,,true");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, ORDER.id(), "b")))
                .isZero();
    }

    @Test
    void judgements_are_stored_pair_by_pair() {
        go("4");
        give(EACH, "{\"a:b\":-5,\"b:a\":3,\"c:d\":1,\"a:c\":\"more\"}");
        assertThat(answer(EACH)).isEqualTo(new Pairwise.Answer(Map.of("a:b", -5, "c:d", 1)));
        go("review");
        assertThat(page()).contains("“Item b” clearly more than “Item a”", "4 pairs are not");
    }

    @Test
    void a_consistency_ratio_is_said_with_the_limit_it_is_held_to() {
        go("4");
        give(EACH, "{\"a:b\":3,\"a:c\":3,\"a:d\":3,\"b:c\":1,\"b:d\":1,\"c:d\":1}");
        go("review");
        assertThat(page()).contains("Consistency ratio 0 (up to 0.10 is acceptable)");
    }

    @Test
    void a_set_of_items_is_no_sentence_in_german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        go("review");
        assertThat(page()).contains("Auswahlen sind noch nicht vollständig").doesNotContain("Sätze");
    }

    @Test
    void pairwise_results_are_weights_with_their_consistency() {
        complete();
        go("4");
        give(EACH, "{\"a:b\":3,\"a:c\":3,\"a:d\":3,\"b:c\":1,\"b:d\":1,\"c:d\":1}");
        submitted();
        assertThat(page()).contains("Consistency ratio of the group: 0.00", "0 of 1 people");
        assertThat(As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains(",weight,weighted,", "people_inconsistent,,0");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, EACH.id(), "d")))
                .isEqualTo(1);
    }

    @Test
    void sets_follow_the_items_and_say_how_even_they_are() {
        signIn(pm);
        var id = As.viewer(pm, () -> administration.create(SurveyFixtures.text("Sets")));
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        _click(_get(Button.class, spec -> spec.withText("+ Best–worst")));
        assertThat(stored(id).defects())
                .extracting(Problem::code)
                .containsOnly(SurveyError.QUESTION_WITHOUT_TITLE, SurveyError.ITEM_WITHOUT_TEXT);
        var question = stored(id).id();
        tell(
                question.value() + ".ITEMS",
                JSON.writeValueAsString(Stream.of("a", "b", "c", "d", "e", "f", "g")
                        .map(key -> Map.of("key", key, "texts", Map.of("en", "Item " + key)))
                        .toList()));
        _get(IntegerField.class, spec -> spec.withLabel("Items shown together")).setValue(3);
        assertThat(((BestWorst) stored(id)).sets()).hasSize(7).allMatch(set -> set.size() == 3);
        assertThat(page()).contains("7 sets. Each item is shown 3 times, each pair together 1 times: fully balanced.");
    }

    private Question stored(SurveyId id) {
        return As.viewer(pm, () -> administration.detail(id))
                .content()
                .questions()
                .getFirst();
    }

    /** Chooses in every set. */
    private void complete() {
        go("1");
        give(
                SETS,
                JSON.writeValueAsString(SETS.sets().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                SETS.sets()::indexOf, set -> Map.of("best", set.getFirst(), "worst", set.getLast())))));
    }
}
