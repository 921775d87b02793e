package io.throughline.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an account may do on a whole database; what it may on single tables is left out.
 *
 * @param privileges by their SQL names, {@code ALL PRIVILEGES} among them
 * @param passedOn whether it may give them to others
 */
record DatabaseGrants(Set<String> privileges, boolean passedOn) {

    private static final Pattern DATABASE_WIDE = Pattern.compile("(?i)^grant (.+) on (\\*|`[^`]+`|[^`.]+)\\.\\* to .*");
    private static final String ALL = "ALL PRIVILEGES";
    private static final String PASSED_ON = " WITH GRANT OPTION";
    private static final String NONE = "USAGE";

    /** Those of the account a connection came in with. */
    static DatabaseGrants of(Connection connection, String database) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show grants")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return of(lines, database);
    }

    /** @param lines as SHOW GRANTS writes them */
    static DatabaseGrants of(List<String> lines, String database) {
        var privileges = new TreeSet<String>();
        boolean passedOn = false;
        for (var line : lines) {
            var grant = DATABASE_WIDE.matcher(line);
            if (grant.matches() && covers(grant.group(2).replace("`", ""), database)) {
                Arrays.stream(grant.group(1).toUpperCase(Locale.ROOT).split(",\\s*"))
                        .filter(privilege -> !privilege.equals(NONE))
                        .forEach(privileges::add);
                passedOn |= line.toUpperCase(Locale.ROOT).contains(PASSED_ON);
            }
        }
        return new DatabaseGrants(privileges, passedOn);
    }

    boolean has(String privilege) {
        return privileges.contains(ALL) || privileges.contains(privilege);
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
}
