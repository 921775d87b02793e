package io.throughline.bench;

import io.throughline.shared.database.DatabaseLogins;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Writes many rows at once with the owner's account, and makes ids that are the same at every run. */
final class Bulk implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final long FIRST_MILLIS = 1_767_225_600_000L;
    private static final int IDS_A_MILLI = 8;

    private final Connection connection;
    private final RandomGenerator random;
    private long made;

    Bulk(DatabaseLogins logins, RandomGenerator random) throws SQLException {
        this.connection = DriverManager.getConnection(
                logins.url(), logins.owner().user(), logins.owner().password());
        this.random = random;
        connection.setAutoCommit(false);
    }

    /** Like those of the portal: version 7, each later than the one before. */
    UUID id() {
        long millis = FIRST_MILLIS + made++ / IDS_A_MILLI;
        long within = (made % IDS_A_MILLI) << 9 | random.nextInt(1 << 9);
        return new UUID(
                millis << 16 | 0x7000L | within, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** @param columns separated by commas */
    void insert(String table, String columns, Iterable<Object[]> rows) throws SQLException {
        add(table, columns, rows);
        connection.commit();
    }

    /** As {@link #insert}, seen by others only with what is inserted next. */
    void add(String table, String columns, Iterable<Object[]> rows) throws SQLException {
        int count = columns.split(",", -1).length;
        var sql = "insert into %s (%s) values (%s)"
                .formatted(table, columns, String.join(",", Collections.nCopies(count, "?")));
        try (var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                if (row.length != count) {
                    throw new IllegalArgumentException(row.length + " values for " + columns);
                }
                for (int i = 0; i < count; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    void execute(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
        connection.commit();
    }

    int number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
