package io.throughline.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One portal's turn to migrate, held by a connection: the server ends it with that connection, however the portal ended.
 * The lock of the migrating library is a row, which a killed portal leaves behind for ever.
 */
final class MigrationTurn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationTurn.class);

    /** One name per database of a server, no longer than names of locks may be. */
    private static final String TAKE = "select get_lock(concat('throughline.migration.', sha1(database())), ?)";

    private static final String GIVE_BACK = "do release_lock(concat('throughline.migration.', sha1(database())))";
    private static final String HOLDER =
            "select ifnull(is_used_lock(concat('throughline.migration.', sha1(database()))), 0)";

    /** A server that ends idle connections must not end this one while something long is migrated beside it. */
    private static final String STAY = "set session wait_timeout = 86400";

    private final Connection holder;

    private MigrationTurn(Connection holder) {
        this.holder = holder;
    }

    /**
     * Waits for whoever migrates this database, as long as patience lasts.
     *
     * @param patience whole seconds
     * @throws DatabaseStartException if it is still another's turn then
     */
    static MigrationTurn take(Connection connection, Duration patience) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STAY);
        }
        if (!got(connection, Duration.ZERO)) {
            LOG.info("Another portal is migrating this database (its connection {}): waiting", holder(connection));
            if (!got(connection, patience)) {
                throw new DatabaseStartException("another portal is migrating this database since at least "
                        + patience.toSeconds()
                        + " seconds: wait until it is done, and start again. If that portal is gone,"
                        + " end what it left on the database server by KILL " + holder(connection));
            }
        }
        return new MigrationTurn(connection);
    }

    @Override
    public void close() throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute(GIVE_BACK);
        }
    }

    private static boolean got(Connection connection, Duration patience) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setLong(1, patience.toSeconds());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }

    private static long holder(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HOLDER)) {
            row.next();
            return row.getLong(1);
        }
    }
}
