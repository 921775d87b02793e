package io.throughline.shared.database;

import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** Why a database doesn't let an account in, each with what to do about it. */
enum ContactTrouble {
    NO_ANSWER("the database at %1$s doesn't answer: see that it runs and can be reached from here, and that"
            + " THROUGHLINE_DATABASE_URL names it"),
    NOT_ENCRYPTED("no trusted connection to the database at %1$s could be made: see the certificate of the server, and"
            + " sslMode in THROUGHLINE_DATABASE_URL"),
    LOGIN("the database refuses the account '%3$s': see that it exists and may come from this machine, and that"
            + " THROUGHLINE_DATABASE_%4$s_USER and THROUGHLINE_DATABASE_%4$s_PASSWORD are right"),
    HOST("the database lets nobody in from this machine: create the account '%3$s' for it, or for any host ('%%')"),
    BLOCKED("the database has shut this machine out after too many failures: as its administrator run FLUSH HOSTS"),
    NO_DATABASE("the database server at %1$s has no database %2$s: as its administrator run CREATE DATABASE `%2$s`"
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"),
    NO_RIGHTS("the account '%3$s' has no rights on a database %2$s, or there is none: make it, and as the server's"
            + " administrator run GRANT ALL PRIVILEGES ON"
            + " `%2$s`.* TO that account WITH GRANT OPTION"),
    FULL("the database takes no more connections: end some, or raise its max_connections"),
    OTHER("the database at %1$s can't be used with the account '%3$s'");

    private final String text;

    ContactTrouble(String text) {
        this.text = text;
    }

    /**
     * Who tried to get in where.
     *
     * @param account OWNER or APP, as in the names of the settings
     */
    record Attempt(String server, String database, String user, String account) {}

    String told(Attempt attempt) {
        return text.formatted(attempt.server(), attempt.database(), attempt.user(), attempt.account());
    }

    static ContactTrouble of(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1045, 1698 -> LOGIN;
            case 1130 -> HOST;
            case 1129 -> BLOCKED;
            case 1049 -> NO_DATABASE;
            case 1044 -> NO_RIGHTS;
            case 1040, 1203, 1226 -> FULL;
            default -> withoutCode(e);
        };
    }

    /** What the server or the network said, in one line. */
    static String words(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static ContactTrouble withoutCode(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return NOT_ENCRYPTED;
            }
        }
        var state = e.getSQLState();
        return state != null && state.startsWith("08") ? NO_ANSWER : OTHER;
    }
}
