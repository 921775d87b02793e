package io.throughline.survey.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.SurveyFixtures;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What is counted in the background ends before the database goes. */
@IntegrationTest
class AnswerCounterIT {

    /** So many that are not waited with. */
    private static final int MANY = 200;

    @Autowired
    CountingBatch batch;

    @Autowired
    UncountedResponses uncounted;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Test
    void who_stops_the_portal_waits_for_the_transaction_under_way_and_no_other_begins() throws Exception {
        var campaign =
                made.published(fixtures.projectManager(), fixtures.organisation(Fixtures.unique("North"), "big"));
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(_ -> batch.forget(campaign));
        // Of an older form: forgotten in one transaction, counted anew in the next.
        jdbc.sql("update campaign_count set form = 0 where campaign_id = ?")
                .param(campaign.value())
                .update();
        var slow = new Slow(transactions);
        var counter = new AnswerCounter(batch, uncounted, jdbc, slow);

        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < MANY; i++) {
                counter.on(new ResponseSubmitted(UUID.randomUUID(), new ResponseId(UUID.randomUUID()), campaign));
            }
        });
        slow.committing.await();
        var stopping = Thread.ofPlatform().unstarted(() -> {
            try {
                counter.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            slow.stopped.countDown();
        });
        slow.stopping = stopping;
        stopping.start();
        stopping.join();

        assertThat(slow.waitedFor).as("committed before it stopped").isTrue();
        counter.goRound();
        assertThat(slow.begun).hasValue(1);
    }

    /** Commits when somebody waits for it, or when it is too late. */
    private static final class Slow implements PlatformTransactionManager {

        private final PlatformTransactionManager database;
        private final CountDownLatch committing = new CountDownLatch(1);
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final AtomicInteger begun = new AtomicInteger();
        private volatile @Nullable Thread stopping;
        private volatile boolean waitedFor;

        Slow(PlatformTransactionManager database) {
            this.database = database;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            begun.incrementAndGet();
            return database.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            committing.countDown();
            while (!isWaitedFor() && stopped.getCount() > 0) {
                Thread.onSpinWait();
            }
            waitedFor = stopped.getCount() > 0;
            database.commit(status);
        }

        private boolean isWaitedFor() {
            var thread = stopping;
            return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
        }

        @Override
        public void rollback(TransactionStatus status) {
            database.rollback(status);
        }
    }
}
