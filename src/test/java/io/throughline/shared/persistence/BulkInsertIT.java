package io.throughline.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.support.IntegrationTest;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@IntegrationTest
class BulkInsertIT {

    private static final int ROWS = 4_000;
    private static final int PATIENCE_SECONDS = 30;

    @Autowired
    HikariDataSource database;

    /** In a thread and on a connection of its own, which is cut off in the end: the database takes back what it was sent. */
    @Test
    void rows_of_which_one_half_lacks_what_the_other_has_arrive() throws Exception {
        var connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try (var pool = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var running = pool.submit(() -> {
                new BulkInsert(jdbc).insert("""
                        insert into EVENT_PUBLICATION (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE,
                                                       STATUS, COMPLETION_ATTEMPTS)
                        values (?, 'nobody', 'nothing', ?, ?, ?, ?)""", rows());
                return jdbc.queryForObject(
                        "select count(*) from EVENT_PUBLICATION where LISTENER_ID = 'nobody'", Integer.class);
            });
            try {
                assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(ROWS);
            } finally {
                connection.abort(Runnable::run);
            }
        }
    }

    private static List<@Nullable Object[]> rows() {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        return IntStream.range(0, ROWS)
                .<@Nullable Object[]>mapToObj(row -> new @Nullable Object[] {
                    UUID.randomUUID().toString(),
                    "x".repeat(1_000),
                    now,
                    row % 2 == 0 ? "LOST" : null,
                    row % 2 == 0 ? null : 1
                })
                .toList();
    }
}
