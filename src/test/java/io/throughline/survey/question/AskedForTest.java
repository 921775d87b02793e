package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer speaks of more items than it asks for. */
class AskedForTest {

    private static final LocalizedText TEXT = LocalizedText.en("?");
    private static final List<Item> ITEMS = List.of(item("lamps"), item("parks"), item("roads"));

    @Test
    void points_ask_for_what_got_some_most_first() {
        var asked = new Points(QuestionId.next(), TEXT, TEXT, false, ITEMS);

        assertThat(keys(asked, new Points.Answer(Map.of("lamps", 0, "parks", 1, "roads", 99))))
                .containsExactly("roads", "parks");
    }

    @Test
    void ratings_ask_for_what_is_important_however_satisfied_one_is() {
        var asked = new ImportanceSatisfactionByRating(QuestionId.next(), TEXT, TEXT, false, ITEMS);

        assertThat(keys(
                        asked,
                        new ImportanceSatisfactionByRating.Answer(
                                Map.of("lamps", 3, "parks", 4, "roads", 5), Map.of("lamps", 5))))
                .containsExactly("roads", "parks");
    }

    @Test
    void a_choice_that_is_also_rated_asks_for_what_was_chosen() {
        var asked = new ImportanceSatisfaction(QuestionId.next(), TEXT, TEXT, false, 2, ITEMS);

        assertThat(keys(
                        asked,
                        new ImportanceSatisfaction.Answer(List.of("roads"), false, Map.of("lamps", 5, "roads", 1))))
                .containsExactly("roads");
    }

    @Test
    void best_and_worst_ask_for_the_best() {
        var asked = new BestWorst(QuestionId.next(), TEXT, TEXT, false, 3, 1, ITEMS, List.of());

        assertThat(keys(asked, new BestWorst.Answer(Map.of(0, new BestWorst.Pick("parks", "roads")))))
                .containsExactly("parks");
    }

    @Test
    void kano_asks_for_what_makes_a_difference_for_the_better() {
        var asked = new Kano(QuestionId.next(), TEXT, TEXT, false, ITEMS);
        var missed = new Kano.Pair(Feeling.LIKE, Feeling.DISLIKE);
        var indifferent = new Kano.Pair(Feeling.NEUTRAL, Feeling.NEUTRAL);

        assertThat(keys(asked, new Kano.Answer(Map.of("lamps", indifferent, "roads", missed))))
                .containsExactly("roads");
    }

    private static List<String> keys(Question question, Answer answer) {
        return AskedFor.in(question, answer).stream().map(Item::key).toList();
    }

    private static Item item(String key) {
        return new Item(key, LocalizedText.en(key));
    }
}
