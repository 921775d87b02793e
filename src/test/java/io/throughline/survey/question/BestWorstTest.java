package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.BestWorst.Logit;
import io.throughline.survey.question.BestWorst.Pick;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Weighting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BestWorstTest {

    private final BestWorst question = new BestWorst(
                    QuestionId.next(),
                    Asked.TITLE,
                    Asked.NOTHING,
                    true,
                    3,
                    3,
                    Asked.items("a", "b", "c", "d", "e", "f", "g"),
                    List.of())
            .designed();

    @Test
    void sevenItemsInThreesAreABalancedDesign() {
        assertThat(question.sets()).hasSize(7);
        assertThat(question.design().balanced()).isTrue();
        assertThat(question.defects()).isEmpty();
    }

    @Test
    void whoHasTooFewItemsIsToldToAddSomeNotToShowFewerTogether() {
        assertThat(sized(4, "a").defects()).extracting(Problem::code).containsExactly(SurveyError.ITEMS_OUT_OF_RANGE);
        assertThat(sized(3, "a", "b", "c").defects())
                .extracting(Problem::arguments)
                .containsExactly(List.of(4, Question.MAX_ITEMS));
        assertThat(sized(4, "a", "b", "c", "d").defects())
                .containsExactly(Problem.of(SurveyError.SET_SIZE_OUT_OF_RANGE, 3, 3));
    }

    private static BestWorst sized(int perSet, String... keys) {
        return new BestWorst(
                        QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, perSet, 3, Asked.items(keys), List.of())
                .designed();
    }

    /** Lipovetsky & Conklin 2014. */
    @Test
    void theAnalyticLogitAsPublished() {
        var published = Logit.of(7145, 1733, 1324);
        assertThat(published.b()).isCloseTo(.1146, within(5e-5));
        assertThat(published.error()).isCloseTo(.0168, within(5e-5));
        assertThat(Logit.of(100, 40, 10).b()).isCloseTo(.6190, within(5e-5));
        assertThat(Logit.of(10, 10, 0)).isNull();
    }

    @Test
    void aSinglePersonIsDrawnTowardsEverybody() {
        // p_ij = 1 → .9; (.9 + .65)/2
        double p = BestWorst.shrunk(1, .65, Settings.STANDARD);
        assertThat(p).isCloseTo(.775, within(1e-12));
        assertThat(Math.log(p / (1 - p))).isCloseTo(1.2368, within(5e-5));
        assertThat(BestWorst.shrunk(0, .65, Settings.STANDARD)).isCloseTo(.375, within(1e-12));
        assertThat(BestWorst.shrunk(.95, .65, Settings.STANDARD)).isCloseTo(.80, within(1e-12));
    }

    @Test
    void countsSharesAndEdges() {
        // Everybody likes a best and g least wherever they stand; the rest in the order of the alphabet.
        var result = question.score(Asked.byPeople(orderly(), orderly()), Settings.STANDARD);
        var a = result.items().getFirst();
        var g = result.items().getLast();

        assertThat(List.of(a.shown(), a.best(), a.worst())).containsExactly(6, 6, 0);
        assertThat(a.roots()).isEmpty();
        assertThat(a.logits()).isEmpty();
        assertThat(a.edge()).isTrue();
        // p of 1 is taken as 1 − 1/(4·6): odds 23.
        double odds = result.items().stream()
                .mapToDouble(item -> item.edge()
                        ? (item.best() > 0 ? 23 : 1.0 / 23)
                        : Math.exp(item.logits().get(Weighting.PER_PERSON).b()))
                .sum();
        assertThat(a.share().perPerson().value()).isCloseTo(23 / odds, within(1e-12));
        assertThat(result.items().stream()
                        .mapToDouble(item -> item.share().weighted().value())
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(g.standardised().perPerson().value()).isEqualTo(-1);
    }

    /** One voice of weight 3 puts a first, one of weight 1 last: n_e = 16/10. */
    @Test
    void logitsAreThoseOfTheSharesBesideThem() {
        var loud = new Given(new Respondent(new UUID(0, 1), new UUID(1, 1), 3), orderly());
        var soft = new Given(new Respondent(new UUID(0, 2), new UUID(1, 2), 1), reversed());

        var result = question.score(List.of(loud, soft), Settings.STANDARD);
        var a = result.items().getFirst();
        var logit = a.logits().get(Weighting.WEIGHTED);

        assertThat(logit.b()).isCloseTo(Math.log(3), within(1e-12));
        // p .75, shown 3 · 1.6 times
        assertThat(logit.error()).isCloseTo(Math.sqrt(.75 * .25 / (2 * 4.8)) / (.75 * .25), within(1e-12));
        assertThat(a.roots().get(Weighting.WEIGHTED)).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(a.logits().get(Weighting.PER_PERSON).b()).isZero();
        double odds = result.items().stream()
                .mapToDouble(
                        item -> Math.exp(item.logits().get(Weighting.WEIGHTED).b()))
                .sum();
        assertThat(a.share().weighted().value()).isCloseTo(3 / odds, within(1e-12));
        assertThat(result.items()).noneMatch(BestWorst.ItemResult::edge);
    }

    @Test
    void anEdgeThatOnlyWeightsLeadToIsMarkedAndHardlyAnEdgeIsNone() {
        var loud = new Given(new Respondent(new UUID(0, 1), new UUID(1, 1), 1), orderly());
        var mute = new Given(new Respondent(new UUID(0, 2), new UUID(1, 2), 0), reversed());
        var faint = new Given(new Respondent(new UUID(0, 2), new UUID(1, 2), .001), reversed());

        var a = question.score(List.of(loud, mute), Settings.STANDARD).items().getFirst();
        assertThat(a.edge()).as("nobody is heard who does not put it first").isTrue();
        assertThat(a.logits()).containsOnlyKeys(Weighting.PER_ORGANISATION, Weighting.PER_PERSON);

        var result = question.score(List.of(loud, faint), Settings.STANDARD);
        var first = result.items().getFirst();
        double odds = result.items().stream()
                .mapToDouble(
                        item -> Math.exp(item.logits().get(Weighting.WEIGHTED).b()))
                .sum();
        assertThat(first.edge()).isFalse();
        assertThat(first.share().weighted().value())
                .as("e^b/Σe^b")
                .isCloseTo(Math.exp(first.logits().get(Weighting.WEIGHTED).b()) / odds, within(1e-9));
    }

    @Test
    void bestAndWorstAreTwoAndEverySetIsAsked() {
        var first = question.sets().getFirst();
        var same = new BestWorst.Answer(Map.of(0, new Pick(first.getFirst(), first.getFirst())));
        var elsewhere = new BestWorst.Answer(Map.of(0, new Pick("nowhere", null)));
        var half = new BestWorst.Answer(Map.of(0, new Pick(first.getFirst(), null)));

        assertThat(question.accept(same)).extracting(Problem::code).containsExactly(SurveyError.BEST_IS_WORST);
        assertThat(question.accept(elsewhere)).extracting(Problem::code).containsExactly(SurveyError.UNKNOWN_ITEM);
        assertThat(question.accept(half)).isEmpty();
        assertThat(question.validate(half)).containsExactly(Problem.of(SurveyError.SETS_LEFT, 7));
        assertThat(question.validate(orderly())).isEmpty();
    }

    private BestWorst.Answer orderly() {
        return picking(sorted -> new Pick(sorted.getFirst(), sorted.getLast()));
    }

    private BestWorst.Answer reversed() {
        return picking(sorted -> new Pick(sorted.getLast(), sorted.getFirst()));
    }

    private BestWorst.Answer picking(Function<List<String>, Pick> pick) {
        var picks = new TreeMap<Integer, Pick>();
        for (int at = 0; at < question.sets().size(); at++) {
            picks.put(at, pick.apply(question.sets().get(at).stream().sorted().toList()));
        }
        return new BestWorst.Answer(picks);
    }
}
