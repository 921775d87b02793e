package io.throughline.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.shared.database.DatabaseProperties.Login;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * Two pools: the portal's own account, and the owner's for migrations. Both work at REPEATABLE READ with snapshot
 * isolation, where a write over something changed meanwhile is refused instead of silently lost.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EnableResilientMethods
class DatabaseConfiguration {

    private static final int SNAPSHOT_CONFLICT = 1020;
    private static final int MILLIS_TO_CONNECT = 5_000;
    private static final Duration WHILE_ANOTHER_MIGRATES = Duration.ofMinutes(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseLogins logins) {
        var pool = pool(logins.url(), logins.app(), "app");
        pool.setMaximumPoolSize(20);
        return pool;
    }

    @Bean(defaultCandidate = false, destroyMethod = "close")
    @LiquibaseDataSource
    HikariDataSource ownerDataSource(DatabaseLogins logins) {
        var pool = pool(logins.url(), logins.owner(), "owner");
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        return pool;
    }

    @Bean
    StartCheck startCheck(
            DatabaseLogins logins,
            DataSource dataSource,
            @Value("${throughline.database.strict:false}") boolean strict,
            @Value("${spring.liquibase.change-log}") String changelog) {
        return new StartCheck(logins, dataSource, strict, changelog);
    }

    @Bean
    Migration liquibase(
            StartCheck startCheck,
            EarlyEnd earlyEnd,
            @LiquibaseDataSource HikariDataSource ownerDataSource,
            DatabaseLogins logins,
            @Value("${spring.liquibase.change-log}") String changelog) {
        return new Migration(startCheck, earlyEnd, ownerDataSource, logins, changelog, WHILE_ANOTHER_MIGRATES);
    }

    @Bean
    SmartLifecycle farewell(DataSource dataSource) throws SQLException {
        // Whoever measures statements wraps the pool.
        return new Farewell(dataSource.unwrap(HikariDataSource.class));
    }

    static HikariDataSource pool(String url, Login login, String name) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setConnectionTimeout(MILLIS_TO_CONNECT);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.addDataSourceProperty(
                "sessionVariables", "innodb_snapshot_isolation=ON,time_zone='+00:00',innodb_lock_wait_timeout=10");
        return pool;
    }

    /** Snapshot conflicts read like failed locks, so that one rule retries both. */
    @Bean
    SQLExceptionTranslator sqlExceptionTranslator(DataSource dataSource) {
        return new SQLErrorCodeSQLExceptionTranslator("MariaDB") {
            @Override
            protected @Nullable DataAccessException customTranslate(
                    String task, @Nullable String sql, SQLException exception) {
                return exception.getErrorCode() == SNAPSHOT_CONFLICT
                        ? new CannotAcquireLockException("changed meanwhile by somebody else", exception)
                        : null;
            }
        };
    }

    @Bean
    static BeanPostProcessor jpaSpeaksTheSameErrors(ObjectProvider<SQLExceptionTranslator> translator) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HibernateJpaVendorAdapter adapter) {
                    adapter.getJpaDialect().setJdbcExceptionTranslator(translator.getObject());
                }
                return bean;
            }
        };
    }
}
