package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.QuestionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be read from ballots that nobody can open, and that nothing put into them is lost. */
@IntegrationTest
class BallotContentsIT extends BallotCase {

    private static final ImportanceSatisfaction.Answer MATTERS =
            new ImportanceSatisfaction.Answer(List.of("a", "b"), false, Map.of("a", 4));

    @Autowired
    BallotBox box;

    @Autowired
    BallotSeal seal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whose_ballot_is_known_neither_tells_what_it_answers_nor_how_long() {
        made.begun(people.get(0), campaign);
        var key = made.begun(people.get(1), campaign);
        save(people.get(1), key, CHOICE.id(), MATTERS);
        var other = made.begun(people.get(2), campaign);
        save(people.get(2), other, POINTS.id(), points(100, 0));
        save(people.get(2), other, WORDS.id(), new OwnWords.Answer("Word".repeat(500)));
        submit(3, 4);

        assertThat(lengths()).as("one row each, all alike").hasSize(4);
        assertThat(lengths().stream().distinct()).hasSize(1);
        assertThat(jdbc.sql("""
                        select a.question_id from ballot_answer a join ballot b on b.id = a.ballot_id
                        where b.campaign_id = ? and a.question_id <> b.id""").param(campaign.value()).query(UUID.class).list())
                .as("whatever is answered")
                .isEmpty();
        assertThat(given(people.get(2), other))
                .containsEntry(POINTS.id(), points(100, 0))
                .containsEntry(WORDS.id(), new OwnWords.Answer("Word".repeat(500)))
                .hasSize(2);
    }

    @Test
    void long_ones_are_told_apart_by_doublings_only() {
        assertThat(BallotContents.length(2)).isEqualTo(16_000);
        assertThat(BallotContents.length(16_000)).isEqualTo(16_000);
        assertThat(BallotContents.length(16_001)).isEqualTo(32_000);
        assertThat(BallotContents.length(900_000)).isEqualTo(1_024_000);
        assertThat(BallotContents.length(1_024_001)).isEqualTo(2_048_000);
        assertThat(BallotContents.length(2_048_001)).isEqualTo(3_072_000);
    }

    @Test
    void a_ballot_begun_when_each_answer_had_a_row_goes_on() {
        var person = people.getFirst();
        var key = made.begun(person, campaign);
        var ballot = boxed().getFirst();
        jdbc.sql("delete from ballot_answer where ballot_id = ?").param(ballot).update();
        row(ballot, key, POINTS.id(), points(10, 20));
        row(ballot, key, WORDS.id(), new OwnWords.Answer("Shade"));
        assertThat(given(person, key)).hasSize(2).containsEntry(POINTS.id(), points(10, 20));

        save(person, key, POINTS.id(), points(40, 60));
        assertThat(given(person, key))
                .hasSize(2)
                .containsEntry(POINTS.id(), points(40, 60))
                .containsEntry(WORDS.id(), new OwnWords.Answer("Shade"));
        assertThat(lengths()).hasSize(1);
        As.viewer(person, () -> ballots.submit(campaign, key));
        assertThat(box.submitted(ballot)).hasSize(2).containsEntry(POINTS.id(), points(40, 60));
    }

    private void row(UUID ballot, BallotKey key, QuestionId question, Answer answer) {
        jdbc.sql("insert into ballot_answer (ballot_id, question_id, content) values (?, ?, ?)")
                .params(ballot, question.value(), seal.close(key.lock(), SurveyJson.write(answer)))
                .update();
    }

    @RepeatedTest(3)
    void what_two_tabs_give_at_once_is_kept() throws Exception {
        var person = people.getFirst();
        var key = made.begun(person, campaign);
        Map<QuestionId, Answer> answers =
                Map.of(POINTS.id(), points(30, 70), CHOICE.id(), MATTERS, WORDS.id(), new OwnWords.Answer("Shade"));
        var barrier = new CyclicBarrier(answers.size());
        var tabs = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(answers.size())) {
            answers.forEach((question, answer) -> tabs.add(threads.submit(() -> {
                barrier.await();
                save(person, key, question, answer);
                return true;
            })));
            for (var tab : tabs) {
                tab.get();
            }
        }
        assertThat(given(person, key)).isEqualTo(answers);
    }

    @Test
    void what_ballots_held_comes_out_in_an_order_of_its_own() {
        var many = fixtures.organisation(Fixtures.unique("Many"), "big");
        people = made.customers(many, 20);
        campaign = made.published(pm, many);
        for (int one = 0; one < people.size(); one++) {
            made.submitted(people.get(one), campaign, points(one, 100 - one), "");
        }
        var waiting = box.waiting(campaign);
        var held = waiting.stream().map(box::submitted).toList();
        assertThat(held.stream().distinct()).hasSize(20);

        var taken = box.take(waiting);
        assertThat(taken)
                .extracting(BallotBox.Taken::answers)
                .containsExactlyInAnyOrderElementsOf(held)
                .isNotEqualTo(held);
        assertThat(taken).extracting(BallotBox.Taken::organisation).containsOnly(many);
        assertThat(boxed()).isEmpty();
        assertThat(lengths()).isEmpty();
    }

    private List<UUID> boxed() {
        return jdbc.sql("select id from ballot where campaign_id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .list();
    }

    private List<Integer> lengths() {
        return jdbc.sql("""
                        select length(a.content) from ballot_answer a join ballot b on b.id = a.ballot_id
                        where b.campaign_id = ?""").param(campaign.value()).query(Integer.class).list();
    }

    private Map<QuestionId, Answer> given(Viewer person, BallotKey key) {
        return As.viewer(person, () -> ballots.sheet(campaign, key)).given();
    }

    private void save(Viewer person, BallotKey key, QuestionId question, Answer answer) {
        As.viewer(person, () -> ballots.save(campaign, key, question, answer));
    }
}
