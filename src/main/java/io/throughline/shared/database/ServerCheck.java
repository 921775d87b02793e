package io.throughline.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a server and an account are as the portal needs them: nothing acknowledged is lost, nothing is silently
 * overwritten, and the portal's account can change rows, not tables.
 */
final class ServerCheck {

    private static final Pattern DATABASE_WIDE = Pattern.compile("(?i)^grant (.+) on (\\*|`[^`]+`|[^`.]+)\\.\\* to .*");
    private static final Set<String> HARMLESS = Set.of("USAGE", "SHOW VIEW");

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
        try (var row = statement.executeQuery("select @@".concat(setting))) {
            row.next();
            return row.getString(1);
        }
    }

    /** Rights the portal's account has beyond single tables; empty if there are none. */
    static List<String> rights(Connection app) throws SQLException {
        var complaints = new ArrayList<String>();
        try (var statement = app.createStatement();
                var rows = statement.executeQuery("show grants")) {
            while (rows.next()) {
                var grant = DATABASE_WIDE.matcher(rows.getString(1));
                if (grant.matches()
                        && covers(grant.group(2).replace("`", ""), app.getCatalog())
                        && !HARMLESS.contains(grant.group(1).toUpperCase(Locale.ROOT))) {
                    complaints.add("the portal's account may do " + grant.group(1)
                            + " on a whole database: revoke it, rights are given table by table");
                }
            }
        }
        return complaints;
    }

    /** A grant names a database by a pattern, as LIKE does; those on other databases (test, to everybody) are not ours. */
    private static boolean covers(String pattern, String database) {
        if (pattern.equals("*")) {
            return true;
        }
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.matches(regex.toString(), database);
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
