package io.throughline.survey.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/**
 * Stores lines while those after them are read: one part at a time, in their order, as whoever made this. What fails is
 * thrown to whoever brings the next part, or ends.
 */
final class StoreBeside implements ImportRun.Sink, AutoCloseable {

    private final ImportRun.Sink store;
    private final ExecutorService beside;
    private CompletableFuture<Integer> before = CompletableFuture.completedFuture(0);

    /** @param store called on another thread, never twice at once */
    StoreBeside(ImportRun.Sink store) {
        this.store = store;
        this.beside = new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import-store-", 0).daemon().factory()));
    }

    /** Waits for the part before this one. @return how many of that one were new */
    @Override
    public int take(List<ImportedLine> lines) {
        int fresh = await();
        before = CompletableFuture.supplyAsync(() -> store.take(lines), beside);
        return fresh;
    }

    /** Waits until everything taken is stored. @return how many of the last part were new */
    int await() {
        try {
            return before.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What is being stored is stored to its end. */
    @Override
    public void close() {
        beside.close();
    }
}
