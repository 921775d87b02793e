package io.throughline.shared.database;

import io.throughline.shared.database.DatabaseProperties.Login;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "throughline.database.mode", havingValue = "external")
class ExternalDatabaseConfiguration {

    @Bean
    DatabaseLogins databaseLogins(DatabaseProperties properties) {
        return new DatabaseLogins(
                given("url", properties.url()), given("app", properties.app()), given("owner", properties.owner()));
    }

    private static Login given(String account, @Nullable Login login) {
        if (login == null) {
            throw missing(account + ".user");
        }
        given(account + ".user", login.user());
        given(account + ".password", login.password());
        return login;
    }

    private static String given(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw missing(setting);
        }
        return value;
    }

    private static DatabaseStartException missing(String setting) {
        var variable = "THROUGHLINE_DATABASE_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
        return new DatabaseStartException("the setting throughline.database." + setting + " is missing: set " + variable
                + ", or put it into a file of that name (docs/operations.md, Production)");
    }
}
