package io.throughline.backlog;

import static org.awaitility.Awaitility.await;

import io.throughline.shared.Ids;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.NeedTold;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
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
            // The listener has read, and now waits for the row; what it read is old once this transaction commits.
            await().atMost(LONG).until(() -> waitingForALock() > 0 && unheard(again.eventId()) == 1);
        });

        await().atMost(LONG).until(() -> unheard(again.eventId()) == 0);
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
