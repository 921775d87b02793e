package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.answer.AnswerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers saved by several tabs, again after a lost connection, and around the end. */
@IntegrationTest
class SavingIT extends AskedCustomer {

    private static final int THREADS = 8;

    /** More than a person has, as few as the bounded retries promise to serve. */
    private static final int TABS = 4;

    @Autowired
    AnswerStore store;

    @RepeatedTest(3)
    void a_storm_of_starts_and_submits_ends_in_one_response() throws Exception {
        var started = atOnce(THREADS, () -> As.viewer(customer, () -> answering.start(campaign)));
        assertThat(Set.copyOf(started)).hasSize(1);
        var response = started.getFirst();
        made.save(customer, response, POINTS.id(), points(70, 30));

        var receipts = atOnce(THREADS, () -> As.viewer(customer, () -> answering.submit(response)));

        assertThat(receipts).allMatch(receipt -> receipt.revision() == 1);
        assertThat(receipts.stream().filter(receipt -> !receipt.already())).hasSize(1);
        assertThat(count("select count(*) from response where campaign_id = ?", campaign.value()))
                .isEqualTo(1);
        assertThat(count("select count(*) from submitted_answer where response_id = ?", response.value()))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void saves_of_many_tabs_at_once_all_end_in_one_row() throws Exception {
        var response = made.started(customer, campaign);
        var saved = atOnce(
                TABS, () -> As.viewer(customer, () -> answering.save(response, POINTS.id(), points(70, 30), stamp())));

        assertThat(saved).extracting(Saved::revision).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select revision from answer where response_id = ?")
                        .param(response.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(TABS);
    }

    @Test
    void the_later_tab_wins_and_the_earlier_one_learns_it() {
        var response = made.started(customer, campaign);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var loaded = As.viewer(customer, () -> answering.sheet(response)).loadedAt();

        var one = save(response, points(10, 0), new Stamp(first, 1, 0));
        var two = save(response, points(20, 0), new Stamp(second, 1, 0));
        var three = save(response, points(30, 0), new Stamp(first, 2, one.revision()));

        assertThat(one.replacedOther()).isFalse();
        assertThat(one.savedElsewhere()).isNull();
        assertThat(two.replacedOther()).isTrue();
        assertThat(three.replacedOther()).isTrue();
        assertThat(three.savedElsewhere()).isAfterOrEqualTo(loaded);
        assertThat(three.revision()).isEqualTo(3);
        assertThat(held(response)).isEqualTo(points(30, 0));
        assertThat(As.viewer(customer, () -> answering.savedElsewhere(response, second)))
                .isPresent();
    }

    @Test
    void a_save_repeated_after_a_lost_connection_changes_nothing() {
        var response = made.started(customer, campaign);
        var tab = UUID.randomUUID();
        save(response, points(10, 0), new Stamp(tab, 1, 0));
        save(response, points(20, 0), new Stamp(tab, 2, 1));
        var other = save(response, points(40, 0), new Stamp(UUID.randomUUID(), 1, 2));

        var late = save(response, points(10, 0), new Stamp(tab, 1, 0));
        var repeated = save(response, points(20, 0), new Stamp(tab, 2, 1));

        assertThat(late.revision()).isEqualTo(other.revision());
        assertThat(repeated.revision()).isEqualTo(other.revision());
        assertThat(held(response)).isEqualTo(points(40, 0));
    }

    @Test
    void a_save_that_reached_the_server_before_closing_is_taken_and_a_later_one_refused() {
        var response = made.started(customer, campaign);
        var arrived = Instant.now();
        As.viewer(pm, () -> {
            campaigns.close(campaign, surveys.detail(campaign).published().version());
        });

        store.save(customer, response, POINTS.id(), points(10, 90), stamp(), arrived.minusMillis(5));
        refused(SurveyError.CLOSED, () -> save(response, points(90, 10), stamp()));
        refused(SurveyError.CLOSED, () -> As.viewer(customer, () -> answering.submit(response)));

        var sheet = As.viewer(customer, () -> answering.sheet(response));
        assertThat(sheet.open()).isFalse();
        assertThat(sheet.answers().get(POINTS.id()).answer()).isEqualTo(points(10, 90));
        assertThat(As.viewer(customer, () -> answering.open()))
                .noneMatch(one -> one.id().equals(campaign));
    }

    private Saved save(ResponseId response, io.throughline.survey.question.Answer answer, Stamp stamp) {
        return As.viewer(customer, () -> answering.save(response, POINTS.id(), answer, stamp));
    }

    private io.throughline.survey.question.Answer held(ResponseId response) {
        return As.viewer(customer, () -> answering.sheet(response))
                .answers()
                .get(POINTS.id())
                .answer();
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        var barrier = new CyclicBarrier(times);
        var futures = new ArrayList<Future<T>>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return action.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
