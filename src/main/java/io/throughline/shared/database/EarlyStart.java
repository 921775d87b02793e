package io.throughline.shared.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded server while the application is still being put together: each takes seconds, and neither needs
 * the other before the first connection.
 */
final class EarlyStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties =
                Binder.get(context.getEnvironment()).bindOrCreate("throughline.database", DatabaseProperties.class);
        Runnable stopDatabase = () -> {};
        if (properties.mode() == DatabaseProperties.Mode.EMBEDDED) {
            var started = new Started(context, properties);
            context.getBeanFactory().registerSingleton("embeddedDatabaseStart", started);
            stopDatabase = started::stop;
        }
        context.getBeanFactory().registerSingleton("earlyEnd", EarlyEnd.during(context, stopDatabase));
    }

    /** A server on its way up: whoever takes it closes it, and nobody has to when the application fails before. */
    static final class Started {

        private final CompletableFuture<EmbeddedDatabase> server;
        private final AtomicBoolean taken = new AtomicBoolean();

        private Started(ConfigurableApplicationContext context, DatabaseProperties properties) {
            server = CompletableFuture.supplyAsync(
                    () -> EmbeddedDatabase.of(properties),
                    work -> Thread.ofPlatform().name("embedded-database").start(work));
            context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) event -> abandon());
            SpringApplication.getShutdownHandlers().add(this::abandon);
        }

        /** @throws DatabaseStartException if it doesn't start */
        EmbeddedDatabase take() {
            taken.set(true);
            try {
                return server.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }

        private void abandon() {
            if (taken.compareAndSet(false, true)) {
                stop();
            }
        }

        private void stop() {
            server.thenAccept(EmbeddedDatabase::close)
                    .exceptionally(failed -> null)
                    .join();
        }
    }
}
