package io.throughline.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.support.LogBook;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAbsenceTest {

    private final AtomicBoolean away = new AtomicBoolean(true);

    @Test
    void a_database_that_is_away_is_told_once_when_it_goes_and_once_when_it_is_back() throws Exception {
        try (var log = new LogBook(new StandardEnvironment())) {
            var scheduler = new ThreadPoolTaskScheduler();
            scheduler.initialize();
            var absence = absence(scheduler);
            scheduler.setErrorHandler(absence);
            for (int round = 0; round < 5; round++) {
                absence.handleError(lost());
                absence.handleUncaughtException(lost(), Object.class.getMethod("toString"));
            }
            away.set(false);
            await().untilAsserted(
                            () -> assertThat(told(log, "The database is back")).isEqualTo(1));
            absence.handleError(lost());
            await().untilAsserted(
                            () -> assertThat(told(log, "The database is back")).isEqualTo(2));
            assertThat(told(log, "can't be reached")).isEqualTo(2);
            assertThat(told(log, "\"ERROR\"")).isZero();
            scheduler.shutdown();
        }
    }

    @Test
    void a_portal_that_ends_before_the_database_is_back_looks_no_more_for_it() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        var absence = absence(scheduler);
        scheduler.shutdown();

        assertThat(absence.explains(lost())).isTrue();
    }

    @Test
    void any_other_failure_is_told_each_time() {
        try (var log = new LogBook(new StandardEnvironment())) {
            var absence = absence(new ThreadPoolTaskScheduler());
            absence.handleError(new IllegalStateException("first"));
            absence.handleError(new IllegalStateException("second"));
            assertThat(told(log, "\"ERROR\"")).isEqualTo(2);
        }
    }

    private DatabaseAbsence absence(TaskScheduler scheduler) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("taskScheduler", scheduler);
        return new DatabaseAbsence(new Database(), beans.getBeanProvider(TaskScheduler.class));
    }

    private static RuntimeException lost() {
        return new CannotCreateTransactionException("no", new SQLTransientConnectionException("no connection"));
    }

    private static long told(LogBook log, String what) {
        return log.lines().stream()
                .filter(line -> line.contains("DatabaseAbsence") && line.contains(what))
                .count();
    }

    private final class Database extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) {
                throw new SQLTransientConnectionException("no connection");
            }
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.getReturnType() == boolean.class ? true : null);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
