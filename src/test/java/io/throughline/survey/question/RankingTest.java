package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final Ranking question =
            new Ranking(QuestionId.next(), Asked.TITLE, Asked.NOTHING, true, Asked.items("m", "n", "c", "k"));

    /** The capital of Tennessee, one voter for each per cent. */
    @Test
    void bordaCondorcetAndSchulzeOfAHundredVoters() {
        var ballots = new ArrayList<Answer>();
        vote(ballots, 42, "m", "n", "c", "k");
        vote(ballots, 26, "n", "c", "k", "m");
        vote(ballots, 15, "c", "k", "n", "m");
        vote(ballots, 17, "k", "c", "n", "m");

        var result = question.score(Asked.byPeople(ballots.toArray(Answer[]::new)), Settings.STANDARD);

        assertThat(result.condorcet()).isEqualTo("n");
        assertThat(result.items())
                .extracting(item -> Math.round(100 * item.borda().perPerson().value()))
                .containsExactly(126L, 194L, 173L, 107L);
        assertThat(result.items())
                .extracting(item -> item.schulze().weighted().value())
                .containsExactly(4.0, 1.0, 2.0, 3.0);
        assertThat(result.items()).extracting(Ranking.ItemResult::first).containsExactly(42, 26, 15, 17);
    }

    /** Three organisations of ten people: 2/10 + 7/10 + 6/10 is no more than 8/10 + 3/10 + 4/10. */
    @Test
    void aTieOfPartsOfVoicesStaysATie() {
        var given = new ArrayList<Given>();
        var preferringM = List.of(2, 7, 6);
        for (int organisation = 0; organisation < preferringM.size(); organisation++) {
            for (int person = 0; person < 10; person++) {
                boolean m = person < preferringM.get(organisation);
                given.add(new Given(
                        new Respondent(new UUID(organisation, person), new UUID(1, organisation), 1),
                        new Ranking.Answer(m ? Map.of("m", 1, "n", 2) : Map.of("n", 1, "m", 2))));
            }
        }

        var result = question.score(given, Settings.STANDARD);

        assertThat(result.condorcet()).isNull();
        assertThat(result.items())
                .extracting(item -> item.schulze().weighted().value())
                .containsExactly(1.0, 1.0, 3.0, 3.0);
    }

    @Test
    void tiesAndPartialListsAreAnswersAndARankBeyondTheListIsNot() {
        assertThat(question.validate(new Ranking.Answer(Map.of("m", 1, "n", 1))))
                .isEmpty();
        assertThat(question.accept(new Ranking.Answer(Map.of("m", 5))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.RANK_OUT_OF_RANGE);
        assertThat(question.validate(new Ranking.Answer(Map.of())))
                .extracting(Problem::code)
                .containsExactly(SurveyError.NOTHING_RANKED);
    }

    private static void vote(ArrayList<Answer> ballots, int people, String... order) {
        for (int i = 0; i < people; i++) {
            ballots.add(new Ranking.Answer(Map.of(order[0], 1, order[1], 2, order[2], 3, order[3], 4)));
        }
    }
}
