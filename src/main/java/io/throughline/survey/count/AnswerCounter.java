package io.throughline.survey.count;

import io.throughline.shared.Progress;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.ResponsesImported;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that submitted answers get counted: soon after a submit, on the round for whatever was missed (a server that
 * went down, an import), and at the latest when somebody asks for results. Each is counted once, whoever comes first.
 */
@Component
public class AnswerCounter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCounter.class);

    /** Submits that come together are counted together; whoever looks meanwhile doesn't wait for it. */
    private static final long SOON_MS = 2000;

    /** After the last part of an import: parts follow each other, and all of them are counted in one go. */
    private static final long AFTER_IMPORT_MS = 5000;

    /** So many submits that came together are not waited with: whoever looks has them added up for himself. */
    private static final int MANY = 200;

    private static final int MOST_A_ROUND = 100;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private static final int MOST_AT_ONCE = 10_000;
    private static final int FEWER = 4;

    private final CountingBatch batch;
    private final UncountedResponses uncounted;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class)
            .maxRetries(8)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(10))
            .multiplier(2)
            .maxDelay(Duration.ofMillis(100))
            .build());
    private final Map<UUID, Integer> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Future<?>> importing = new ConcurrentHashMap<>();
    private final ReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closing;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("answer-counter").daemon().factory());

    AnswerCounter(
            CountingBatch batch,
            UncountedResponses uncounted,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.batch = batch;
        this.uncounted = uncounted;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // Whoever asks may have a transaction of his own, which must not decide what is counted for everybody.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How far a campaign is counted, in cells that can be read. */
    CellStore.Count state(CampaignId campaign, Progress progress) {
        var state = batch.state(campaign);
        if (!batch.isOutdated(state)) {
            return state;
        }
        count(campaign, progress);
        return batch.state(campaign);
    }

    /** As {@link #count(CampaignId, Progress)}, to the end. */
    public void count(CampaignId campaign) {
        count(campaign, Progress.UNWATCHED);
    }

    /**
     * Counts all there is to count; waits where somebody else is at it. Where responses change meanwhile, fewer are counted
     * at once, so that it comes to an end however busy people are.
     *
     * @param progress where it is stopped, what was counted by then stays counted
     */
    void count(CampaignId campaign, Progress progress) {
        var most = new AtomicInteger(MOST_AT_ONCE);
        try {
            int all = 0;
            while (Boolean.TRUE.equals(retry.execute(() -> count(campaign, most)))) {
                int left = uncounted.count(campaign);
                all = Math.max(all, left);
                progress.at(all - left, all);
            }
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private @Nullable Boolean count(CampaignId campaign, AtomicInteger most) {
        int now = most.getAndUpdate(before -> Math.max(1, before / FEWER));
        var more = transaction.execute(_ -> batch.count(campaign, now));
        most.set(Math.min(MOST_AT_ONCE, now * FEWER));
        return more;
    }

    @EventListener
    void on(ResponseSubmitted submitted) {
        OnceCommitted.run(() -> soon(submitted.campaign()));
    }

    @EventListener
    void on(ResponsesImported imported) {
        OnceCommitted.run(() -> afterImport(imported.campaign()));
    }

    private void afterImport(CampaignId campaign) {
        importing.compute(campaign.value(), (_, planned) -> {
            if (planned != null) {
                planned.cancel(false);
            }
            return worker.isShutdown() ? null : later(campaign, AFTER_IMPORT_MS);
        });
    }

    private void soon(CampaignId campaign) {
        int together = waiting.merge(campaign.value(), 1, Integer::sum);
        if ((together == 1 || together == MANY) && !worker.isShutdown()) {
            var _ = later(campaign, together == 1 ? SOON_MS : 0);
        }
    }

    private Future<?> later(CampaignId campaign, long ms) {
        return worker.schedule(() -> unlessClosing(() -> attempt(campaign)), ms, TimeUnit.MILLISECONDS);
    }

    private void unlessClosing(Runnable work) {
        if (!closing && running.readLock().tryLock()) {
            try {
                work.run();
            } finally {
                running.readLock().unlock();
            }
        }
    }

    /** Nobody waits for it: where the portal stops it ends with the transaction under way. */
    private void attempt(CampaignId campaign) {
        waiting.remove(campaign.value());
        importing.remove(campaign.value());
        try {
            count(campaign, (_, _) -> {
                if (closing) {
                    throw new CancellationException();
                }
            });
        } catch (DataAccessException e) {
            LOG.info("Answers could not be counted yet: {}", e.getClass().getSimpleName());
        } catch (CancellationException _) {
            LOG.info("Answers are left to be counted when the portal starts again");
        }
    }

    @Scheduled(
            fixedDelayString = "${throughline.campaigns.interval:1m}",
            initialDelayString = "${throughline.campaigns.delay:20s}")
    void goRound() {
        // What is being imported is counted in one go at its end, not over and over beside it.
        unlessClosing(() -> due().stream()
                .filter(campaign -> !importing.containsKey(campaign.value()) && !closing)
                .forEach(this::attempt));
    }

    /** Also those whose cells are of an older form: else whoever looks first waits for all of them. */
    private List<CampaignId> due() {
        return jdbc.sql("""
                        select c.id from campaign c
                        where exists (select 1 from response r where r.campaign_id = c.id and r.uncounted = true)
                           or exists (select 1 from campaign_count n where n.campaign_id = c.id and n.form <> :form)
                        order by c.id limit :most""")
                .param("form", CountingBatch.FORM)
                .param("most", MOST_A_ROUND)
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .list();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** While the database is still there: waits for what is being counted, after which nothing begins any more. */
    @PreDestroy
    void stop() throws InterruptedException {
        close();
        worker.shutdown();
        if (!running.writeLock().tryLock(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            LOG.info("Answers are still being counted; what isn't stored yet is counted when the portal starts again");
        }
    }
}
