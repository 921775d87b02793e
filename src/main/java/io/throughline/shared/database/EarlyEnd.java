package io.throughline.shared.database;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Asked to stop while it starts, the portal ends at once: the framework would finish the start first. Only a migration is
 * let come to its end, since one cut off in the middle can't be gone on with.
 */
final class EarlyEnd {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyEnd.class);

    /** What a shell tells of a program ended by SIGTERM. */
    private static final int ENDED = 143;

    private final ReentrantLock whole = new ReentrantLock();
    private final Runnable stopDatabase;
    private final Thread hook = new Thread(this::end, "early-end");

    /** @param stopDatabase in order, if the portal brings one of its own */
    EarlyEnd(Runnable stopDatabase) {
        this.stopDatabase = stopDatabase;
    }

    /** One that stands ready until the context has started, or has failed to. */
    static EarlyEnd during(ConfigurableApplicationContext context, Runnable stopDatabase) {
        var end = new EarlyEnd(stopDatabase);
        Runtime.getRuntime().addShutdownHook(end.hook);
        context.addApplicationListener((ApplicationListener<ContextRefreshedEvent>) event -> {
            if (event.getApplicationContext() == context) {
                end.standDown();
            }
        });
        context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) event -> end.standDown());
        return end;
    }

    /** Begins what is not to be cut off. */
    Step wholeStep() {
        whole.lock();
        return whole::unlock;
    }

    /** Ends when it is closed. */
    @FunctionalInterface
    interface Step extends AutoCloseable {
        @Override
        void close();
    }

    private void standDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The end has begun, and goes on", e);
        }
    }

    private void end() {
        whole.lock();
        stopDatabase.run();
        Runtime.getRuntime().halt(ENDED);
    }
}
