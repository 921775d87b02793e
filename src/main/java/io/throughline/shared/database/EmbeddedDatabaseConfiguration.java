package io.throughline.shared.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Apart from the rest, so that a build without the embedded server never loads its classes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "throughline.database.mode", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(EarlyStart.Started start) {
        return start.take();
    }

    @Bean
    DatabaseLogins databaseLogins(EmbeddedDatabase database) {
        return database.logins();
    }

    /** Told at the beginning of the end, long before it is closed. */
    @Bean
    ApplicationListener<ContextClosedEvent> databaseIsLetGo(EmbeddedDatabase database) {
        return closing -> database.letGo();
    }

    @Bean
    FirstStart firstStart(EmbeddedDatabase database) {
        return new FirstStart(database);
    }
}
