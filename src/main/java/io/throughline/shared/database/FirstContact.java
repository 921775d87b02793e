package io.throughline.shared.database;

import io.throughline.shared.database.DatabaseProperties.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;

/**
 * Each account's first connection, before there is a pool that would try again and again: whoever isn't let in is told why
 * and what to do.
 */
final class FirstContact {

    private static final String MILLIS_TO_CONNECT = "5000";

    private final DatabaseLogins logins;
    private final Configuration address;

    /** @throws DatabaseStartException if that is no address of a database */
    FirstContact(DatabaseLogins logins) {
        this.logins = logins;
        this.address = parsed(logins.url());
    }

    /** The database's name. */
    String database() {
        return address.database();
    }

    /** @throws DatabaseStartException if the owner's account isn't let in to the database */
    Connection owner() {
        return connect(logins.url(), logins.owner(), "OWNER");
    }

    /**
     * Let in to the server only: on the database the account has no rights before the first migration.
     *
     * @throws DatabaseStartException if the portal's own account isn't let in, or is another than the one named
     */
    Connection app() {
        var connection = connect(serverOnly(logins.url()), logins.app(), "APP");
        try {
            requireHost(connection);
            return connection;
        } catch (SQLException e) {
            throw refused(e, logins.app(), "APP");
        }
    }

    private Connection connect(String url, Login login, String account) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", MILLIS_TO_CONNECT);
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw refused(e, login, account);
        }
    }

    /** Rights are given to the account as the server knows it, host and all. */
    private void requireHost(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select substring_index(current_user(), '@', -1)")) {
            row.next();
            var host = row.getString(1);
            if (!host.equalsIgnoreCase(logins.app().host())) {
                throw new DatabaseStartException("the database knows the portal's own account as '"
                        + logins.app().user() + "'@'" + host + "', and rights would be given to '"
                        + logins.app().user() + "'@'" + logins.app().host()
                        + "': set THROUGHLINE_DATABASE_APP_HOST to " + host);
            }
        }
    }

    private DatabaseStartException refused(SQLException e, Login login, String account) {
        return new DatabaseStartException(
                ContactTrouble.of(e)
                                .told(new ContactTrouble.Attempt(where(), address.database(), login.user(), account))
                        + " (" + ContactTrouble.words(e) + ")",
                e);
    }

    private String where() {
        var first = address.addresses().getFirst();
        return first.host + ":" + first.port;
    }

    private static String serverOnly(String url) {
        return url.replaceFirst("^([^/]*//[^/?]*/)[^?]*", "$1");
    }

    private static Configuration parsed(String url) {
        try {
            var parsed = Configuration.parse(url);
            if (parsed != null && !parsed.addresses().isEmpty() && parsed.database() != null) {
                return parsed;
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw noAddress(url, e);
        }
        throw noAddress(url, null);
    }

    /** What follows the question mark may hold a password. */
    private static DatabaseStartException noAddress(String url, @Nullable Exception e) {
        var message = "THROUGHLINE_DATABASE_URL is '" + url.replaceFirst("\\?.*", "?…")
                + "', which names no MariaDB database: write it as jdbc:mariadb://HOST:3306/DATABASE";
        return e == null ? new DatabaseStartException(message) : new DatabaseStartException(message, e);
    }
}
