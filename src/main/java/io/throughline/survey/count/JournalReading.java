package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Pages of the journal, some of them read while those before are worked on, over several connections: one alone waits for
 * the disk longer than the work takes. However many people look at once, there are no more than these.
 */
@Component
class JournalReading {

    private static final int CONNECTIONS = 3;

    /** Entries read together. */
    private static final long AT_ONCE = 32L * Journal.FULL;

    private final Journal journal;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().name("journal-", 0).daemon().factory());

    JournalReading(Journal journal) {
        this.journal = journal;
    }

    /**
     * Full pages, in their order.
     *
     * @param from number of the first entry of a page
     * @param end number of the entry after the last one
     */
    void read(CampaignId campaign, long from, long end, Consumer<List<Journal.Page>> work) {
        var waiting = new ArrayDeque<CompletableFuture<List<Journal.Page>>>();
        try {
            for (long first = from; first < end || !waiting.isEmpty(); ) {
                // One more than connections: while its pages are worked on all of these are busy.
                while (first < end && waiting.size() <= CONNECTIONS) {
                    long next = Math.min(end, (first / AT_ONCE + 1) * AT_ONCE);
                    waiting.add(pages(campaign, first, next));
                    first = next;
                }
                work.accept(waiting.remove().join());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private CompletableFuture<List<Journal.Page>> pages(CampaignId campaign, long from, long end) {
        return CompletableFuture.supplyAsync(() -> journal.pages(campaign, from, end), readers);
    }

    @PreDestroy
    void stop() {
        readers.shutdown();
    }
}
