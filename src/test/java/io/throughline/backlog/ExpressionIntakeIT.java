package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.shared.Ids;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.support.LogBook;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.NeedTold;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ExpressionIntakeIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private NeedBox box;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private SurveyFixtures made;

    @Autowired
    private Answering answering;

    @Autowired
    private Environment environment;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void wordsAreTakenInThoughSomebodyChangesThemMeanwhile() {
        var told = As.viewer(
                fixtures.customer(), () -> box.tell(Ids.next(), new OwnWords.Answer("Tell me when it is fixed")));
        await().atMost(LONG)
                .until(() -> count("select count(*) from expression where expression_text_id = ?", told) == 1);
        var again = new NeedTold(Ids.next(), told);
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        own.executeWithoutResult(changing -> {
            jdbc.sql("update expression set version = version + 1 where expression_text_id = ?")
                    .param(told.value())
                    .update();
            own.executeWithoutResult(hearing -> events.publishEvent(again));
            // The listener waits for the row, and finds it changed once this transaction commits.
            await().atMost(LONG).until(() -> waitingForALock() > 0 && unheard(again.eventId()) == 1);
        });

        await().atMost(LONG).until(() -> unheard(again.eventId()) == 0);
    }

    /** Those who submit at once are heard at once, the first time: nobody's search keeps somebody else from being taken in. */
    @Test
    void wordsOfManyWhoSubmitAtOnceAreAllTakenIn() throws Exception {
        var home = fixtures.organisation();
        var campaign = made.published(fixtures.projectManager(), home);
        var customers = Stream.generate(() -> fixtures.customer(home)).limit(24).toList();
        var responses = new ArrayList<ResponseId>();
        for (var customer : customers) {
            var response = made.started(customer, campaign);
            made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(40, 60));
            responses.add(response);
        }
        try (var log = new LogBook(environment)) {
            for (var words : List.of("Lamps", "Lamps that work")) {
                submitAtOnce(customers, responses, words);
                await().atMost(LONG).until(() -> takenIn(responses, words) == customers.size());
            }
            await().atMost(LONG).until(() -> unheardOf(responses) == 0);
            assertThat(failures(log)).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from expression where response_id in (:ids) and state = 'SUPERSEDED'")
                        .param("ids", responses.stream().map(ResponseId::value).toList())
                        .query(Integer.class)
                        .single())
                .isEqualTo(customers.size());
    }

    /**
     * One who is being taken in keeps nobody from being taken in, and it does no harm that the answer is counted meanwhile: the
     * listener of the first waits for a row here, in the middle of its work.
     */
    @Test
    void whoIsTakenInKeepsNobodyWaitingAndMindsNoCounting() {
        var home = fixtures.organisation();
        var campaign = made.published(fixtures.projectManager(), home);
        var responses = Stream.generate(
                        () -> made.submitted(fixtures.customer(home), campaign, SurveyFixtures.points(40, 60), "Lamps"))
                .limit(2)
                .toList();
        await().atMost(LONG).until(() -> takenIn(responses, "Lamps") == 2 && unheardOf(responses) == 0);
        jdbc.sql("delete from expression where response_id in (:ids)")
                .param("ids", responses.stream().map(ResponseId::value).toList())
                .update();
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var first = responses.getFirst();
        try (var log = new LogBook(environment)) {
            own.executeWithoutResult(holding -> {
                jdbc.sql("select id from expression_text where response_id = ? and words = 'Lamps' for update")
                        .param(first.value())
                        .query(UUID.class)
                        .single();
                own.executeWithoutResult(_ -> events.publishEvent(submitted(first, campaign)));
                await().atMost(LONG).until(() -> waitingForALock() > 0);

                own.executeWithoutResult(_ -> events.publishEvent(submitted(responses.getLast(), campaign)));
                await().atMost(LONG).until(() -> takenIn(responses, "Lamps") == 1);

                own.executeWithoutResult(
                        counting -> jdbc.sql("update response set counted_revision = counted_revision + 1 where id = ?")
                                .param(first.value())
                                .update());
            });
            await().atMost(LONG).until(() -> takenIn(responses, "Lamps") == 2 && unheardOf(responses) == 0);
            assertThat(failures(log)).isEmpty();
        }
    }

    private static ResponseSubmitted submitted(ResponseId response, CampaignId campaign) {
        return new ResponseSubmitted(Ids.next(), response, campaign);
    }

    private static List<String> failures(LogBook log) {
        return log.lines().stream()
                .filter(line -> line.contains("ExpressionIntake") && line.contains("failed"))
                .toList();
    }

    private void submitAtOnce(List<Viewer> customers, List<ResponseId> responses, String words) throws Exception {
        var together = new CyclicBarrier(customers.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var submitted = new ArrayList<Future<?>>();
            for (int at = 0; at < customers.size(); at++) {
                var customer = customers.get(at);
                var response = responses.get(at);
                made.save(customer, response, SurveyFixtures.WORDS.id(), new OwnWords.Answer(words));
                submitted.add(threads.submit(() -> {
                    together.await();
                    return As.viewer(customer, () -> answering.submit(response));
                }));
            }
            for (var one : submitted) {
                one.get();
            }
        }
    }

    private long takenIn(List<ResponseId> responses, String words) {
        return jdbc.sql("""
                        select count(*) from expression x join expression_text t on t.id = x.expression_text_id
                        where x.response_id in (:ids) and x.state = 'WAITING' and t.words = :words""")
                .param("ids", responses.stream().map(ResponseId::value).toList())
                .param("words", words)
                .query(Long.class)
                .single();
    }

    private long unheardOf(List<ResponseId> responses) {
        return jdbc.sql("select SERIALIZED_EVENT from EVENT_PUBLICATION").query(String.class).list().stream()
                .filter(event -> responses.stream()
                        .anyMatch(response -> event.contains(response.value().toString())))
                .count();
    }

    private long waitingForALock() {
        return jdbc.sql(
                        "select count(*) from information_schema.processlist where info like 'insert into expression (%'")
                .query(Long.class)
                .single();
    }

    private long unheard(UUID event) {
        return jdbc.sql("select count(*) from EVENT_PUBLICATION where SERIALIZED_EVENT like ?")
                .param("%" + event + "%")
                .query(Long.class)
                .single();
    }

    private long count(String sql, ExpressionTextId text) {
        return jdbc.sql(sql).param(text.value()).query(Long.class).single();
    }
}
