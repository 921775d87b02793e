package io.throughline.shared.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    @Bean
    FirstStart firstStart(EmbeddedDatabase database) {
        return new FirstStart(database);
    }
}
