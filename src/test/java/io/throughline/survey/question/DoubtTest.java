package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.question.Kano.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoubtTest {

    private final Kano kano =
            new Kano(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b", "c", "d"));
    private final ImportanceSatisfactionByRating rating = new ImportanceSatisfactionByRating(
            QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b", "c", "d"));
    private final Pairwise pairwise =
            new Pairwise(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b", "c"));

    @Test
    void likingAThingThereAndMissingContradictsItself() {
        var answer = new Kano.Answer(Map.of(
                "a", new Pair(Feeling.LIKE, Feeling.DISLIKE),
                "b", new Pair(Feeling.LIKE, Feeling.LIKE),
                "c", new Pair(Feeling.DISLIKE, Feeling.DISLIKE),
                "d", new Pair(Feeling.LIKE, null)));

        assertThat(kano.doubts(answer)).containsExactly(new Doubt(Doubt.Kind.CONTRADICTION, List.of("b", "c")));
    }

    @Test
    void oneAnswerForEverythingIsDoubtfulFromFourItemsOn() {
        var few = new ImportanceSatisfactionByRating(
                QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("a", "b", "c"));

        assertThat(rating.doubts(rated(4, 4, 4, 4))).containsExactly(new Doubt(Doubt.Kind.SAME_THROUGHOUT, List.of()));
        assertThat(rating.doubts(rated(4, 4, 4, 5))).isEmpty();
        assertThat(rating.doubts(rated(4, 4, 4))).as("not all answered yet").isEmpty();
        assertThat(few.doubts(rated(4, 4, 4))).as("too few to tell").isEmpty();
        assertThat(kano.doubts(new Kano.Answer(Map.of(
                        "a", new Pair(Feeling.NEUTRAL, Feeling.NEUTRAL),
                        "b", new Pair(Feeling.NEUTRAL, Feeling.NEUTRAL),
                        "c", new Pair(Feeling.NEUTRAL, Feeling.NEUTRAL),
                        "d", new Pair(Feeling.NEUTRAL, Feeling.NEUTRAL)))))
                .containsExactly(new Doubt(Doubt.Kind.SAME_THROUGHOUT, List.of()));
    }

    @Test
    void whateverTheMethodOneAnswerForEverythingIsDoubtful() {
        var same = List.of(new Doubt(Doubt.Kind.SAME_THROUGHOUT, List.of()));
        var items = Asked.items("a", "b", "c", "d");
        var choice = new ImportanceSatisfaction(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, 2, items);
        assertThat(choice.doubts(satisfied(3, 3))).isEqualTo(same);
        assertThat(choice.doubts(satisfied(3, 4))).isEmpty();

        var ranking = new Ranking(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, items);
        assertThat(ranking.doubts(new Ranking.Answer(Map.of("a", 1, "b", 1, "c", 1, "d", 1))))
                .isEqualTo(same);
        assertThat(ranking.doubts(new Ranking.Answer(Map.of("a", 1, "b", 1, "c", 1))))
                .as("one is not ranked")
                .isEmpty();

        var pairs = new Pairwise(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, items);
        var equal = new HashMap<String, Integer>();
        pairs.pairs().forEach(pair -> equal.put(pair, 1));
        assertThat(pairs.doubts(new Pairwise.Answer(equal))).isEqualTo(same);
        equal.put("a:b", 2);
        assertThat(pairs.doubts(new Pairwise.Answer(equal))).isEmpty();
    }

    private static ImportanceSatisfaction.Answer satisfied(int most, int one) {
        return new ImportanceSatisfaction.Answer(
                List.of("a"), false, Map.of("a", most, "b", most, "c", most, "d", one));
    }

    @Test
    void comparisonsThatRunInACircleNameThePairThatFitsLeast() {
        var circle = new Pairwise.Answer(Map.of("a:b", 5, "b:c", 5, "a:c", -5));
        var sound = new Pairwise.Answer(Map.of("a:b", 2, "b:c", 2, "a:c", 4));

        assertThat(pairwise.doubts(circle)).singleElement().satisfies(doubt -> {
            assertThat(doubt.kind()).isEqualTo(Doubt.Kind.INCONSISTENT);
            assertThat(doubt.items()).hasSize(2);
        });
        assertThat(pairwise.doubts(sound)).isEmpty();
        assertThat(pairwise.doubts(pairwise.blank())).isEmpty();
    }

    @Test
    void anAnswerOfAnotherTypeHasNone() {
        assertThat(kano.doubts(rated(1, 1, 1, 1))).isEmpty();
    }

    private static ImportanceSatisfactionByRating.Answer rated(int... values) {
        var each = new HashMap<String, Integer>();
        for (int i = 0; i < values.length; i++) {
            each.put("abcd".substring(i, i + 1), values[i]);
        }
        return new ImportanceSatisfactionByRating.Answer(each, each);
    }
}
