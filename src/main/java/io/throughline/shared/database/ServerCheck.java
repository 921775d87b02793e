package io.throughline.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a server and an account are as the portal needs them: nothing acknowledged is lost, nothing is silently
 * overwritten, and the portal's account can change rows, not tables.
 */
final class ServerCheck {

    private static final Set<String> HARMLESS = Set.of("SHOW VIEW");
    private static final List<String> MIGRATING = List.of(
            "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES", "TRIGGER");

    private static final String ACCOUNT = "select concat('`', replace(current_user(), '@', '`@`'), '`')";

    /** Whoever may do everything on the server may make triggers all the same. */
    private static final String DISTRUSTED = """
            select @@global.log_bin and not @@global.log_bin_trust_function_creators and not exists (
                select 1 from information_schema.user_privileges where privilege_type = 'SUPER'
                    and grantee = concat(quote(substring_index(current_user(), '@', 1)), '@',
                                         quote(substring_index(current_user(), '@', -1))))""";

    /** Variable to required value; session variables are asked of the pool's own connection. */
    private static final Map<String, String> REQUIRED = required();

    private ServerCheck() {}

    /** What is not as it must be, each with what to set; empty if all is well. */
    static List<String> settings(Connection connection) throws SQLException {
        var complaints = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var setting : REQUIRED.entrySet()) {
                try {
                    var actual = value(statement, setting.getKey());
                    if (!matches(setting.getValue(), actual)) {
                        complaints.add(setting.getKey() + " is " + actual + ", must be " + setting.getValue());
                    }
                } catch (SQLException e) {
                    complaints.add(setting.getKey() + " is unknown to this server: MariaDB 10.11 or later is needed");
                }
            }
        }
        return complaints;
    }

    /** Before 11.1 the isolation went by another name. */
    private static String value(Statement statement, String setting) throws SQLException {
        try {
            return query(statement, setting);
        } catch (SQLException e) {
            var older = setting.replace("transaction_isolation", "tx_isolation");
            if (older.equals(setting)) {
                throw e;
            }
            return query(statement, older);
        }
    }

    private static String query(Statement statement, String setting) throws SQLException {
        // The names are constants of this class, and a variable can't be a parameter.
        return one(statement, "select @@".concat(setting));
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Rights the portal's account has beyond single tables; empty if there are none. */
    static List<String> rights(DatabaseGrants app) {
        return app.privileges().stream()
                .filter(privilege -> !HARMLESS.contains(privilege))
                .map(privilege -> "the portal's account may do " + privilege
                        + " on a whole database: revoke it, rights are given table by table")
                .toList();
    }

    /** What keeps the owner's account from migrating, whatever the settings, each with what to do; empty if nothing does. */
    static List<String> migration(Connection owner, String database) throws SQLException {
        var complaints = new ArrayList<String>();
        try (var statement = owner.createStatement()) {
            if (!knowsSnapshots(statement)) {
                complaints.add("the server is " + one(statement, "select version()")
                        + ", and MariaDB 11.4.2 or later (10.11.8 or later of its series) is needed");
                return complaints;
            }
            var lacking = lacking(DatabaseGrants.of(owner, database));
            if (!lacking.isEmpty()) {
                complaints.add(
                        "the owner's account lacks " + String.join(", ", lacking) + " on the database " + database
                                + ": as the server's administrator run GRANT ALL PRIVILEGES ON `" + database + "`.* TO "
                                + one(statement, ACCOUNT) + " WITH GRANT OPTION");
            }
            if (one(statement, DISTRUSTED).equals("1")) {
                complaints.add("the server keeps a binary log and doesn't let the owner's account make triggers: set"
                        + " log_bin_trust_function_creators to ON, in its configuration and at once by SET GLOBAL");
            }
        }
        return complaints;
    }

    private static boolean knowsSnapshots(Statement statement) {
        try {
            query(statement, "global.innodb_snapshot_isolation");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> lacking(DatabaseGrants owner) {
        var lacking = new ArrayList<String>();
        MIGRATING.stream().filter(privilege -> !owner.has(privilege)).forEach(lacking::add);
        if (!owner.passedOn()) {
            lacking.add("GRANT OPTION");
        }
        return lacking;
    }

    private static boolean matches(String required, String actual) {
        return required.equalsIgnoreCase(actual)
                || "ON".equals(required) && "1".equals(actual)
                || required.endsWith("*") && actual.startsWith(required.substring(0, required.length() - 1));
    }

    private static Map<String, String> required() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("global.innodb_snapshot_isolation", "ON");
        settings.put("session.innodb_snapshot_isolation", "ON");
        settings.put("global.transaction_isolation", "REPEATABLE-READ");
        settings.put("session.transaction_isolation", "REPEATABLE-READ");
        settings.put("global.innodb_flush_log_at_trx_commit", "1");
        settings.put("global.log_bin", "ON");
        settings.put("global.binlog_format", "ROW");
        settings.put("global.sync_binlog", "1");
        settings.put("global.innodb_rollback_on_timeout", "ON");
        settings.put("session.character_set_connection", "utf8mb4");
        settings.put("session.character_set_database", "utf8mb4");
        return settings;
    }
}
