package io.throughline.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.context.SmartLifecycle;

/**
 * After the last request: a database that is gone must not hold up the end. Whoever still asks for a connection is then
 * refused at once.
 */
class Farewell implements SmartLifecycle {

    private static final String MILLIS_TO_ANSWER = "1000";

    private final HikariDataSource pool;
    private volatile boolean running;

    Farewell(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!answers()) {
            pool.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The lowest: it stops last. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private boolean answers() {
        var login = new Properties();
        login.setProperty("user", pool.getUsername());
        login.setProperty("password", pool.getPassword());
        login.setProperty("connectTimeout", MILLIS_TO_ANSWER);
        login.setProperty("socketTimeout", MILLIS_TO_ANSWER);
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), login)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
