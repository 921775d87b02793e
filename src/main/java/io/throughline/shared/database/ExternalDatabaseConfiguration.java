package io.throughline.shared.database;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "throughline.database.mode", havingValue = "external")
class ExternalDatabaseConfiguration {

    @Bean
    DatabaseLogins databaseLogins(DatabaseProperties properties) {
        return new DatabaseLogins(
                Objects.requireNonNull(properties.url(), "throughline.database.url is missing"),
                Objects.requireNonNull(properties.app(), "throughline.database.app.* is missing"),
                Objects.requireNonNull(properties.owner(), "throughline.database.owner.* is missing"));
    }
}
