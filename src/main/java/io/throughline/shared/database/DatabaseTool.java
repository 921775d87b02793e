package io.throughline.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The portal's database without the portal, for command-line tools: attached to while the portal runs, started for the
 * tool where it doesn't.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@Import({EmbeddedDatabaseConfiguration.class, ExternalDatabaseConfiguration.class})
public class DatabaseTool implements AutoCloseable {

    private final HikariDataSource pool;

    DatabaseTool(DatabaseLogins logins) {
        this.pool = DatabaseConfiguration.pool(logins.url(), logins.app(), "tool");
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
