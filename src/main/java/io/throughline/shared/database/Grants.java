package io.throughline.shared.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/**
 * Gives the portal's account what it needs on every table, and no more. A table commented {@code insert-only} can be
 * read and added to; triggers refuse changing or deleting its rows for everyone, the owner included, and the missing
 * grants refuse TRUNCATE and DROP. Of one commented {@code insert-only until removed}, whose rows belong to a response,
 * rows may be deleted where the answers of that response's campaign are removed. Runs after every migration.
 */
public class Grants implements CustomTaskChange {

    private static final Set<String> MIGRATION_TABLES = Set.of("databasechangelog", "databasechangeloglock");
    private static final int NO_SUCH_GRANT = 1147;

    private String user = "";
    private String host = "";

    public void setUser(String user) {
        this.user = user;
    }

    public void setHost(String host) {
        this.host = host;
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try {
            for (var table : tables(connection)) {
                for (var sql : statements(table)) {
                    run(connection, sql);
                }
            }
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException("granting rights to " + account() + " failed", e);
        }
    }

    private List<String> statements(Table table) {
        var grants = switch (table) {
            case Table t when MIGRATION_TABLES.contains(t.name().toLowerCase(Locale.ROOT)) -> "select";
            case Table t when t.removable() -> "select, insert, delete";
            case Table t when t.sequence() || t.insertOnly() -> "select, insert";
            default -> "select, insert, update, delete";
        };
        var sql = new ArrayList<String>();
        if (table.insertOnly()) {
            sql.add("revoke update, delete on `%s` from %s".formatted(table.name(), account()));
            sql.add(refusal(table.name(), "update"));
            sql.add(table.removable() ? refusalUntilRemoved(table.name()) : refusal(table.name(), "delete"));
        }
        sql.add("grant %s on `%s` to %s".formatted(grants, table.name(), account()));
        return sql;
    }

    private static String refusal(String table, String verb) {
        return """
                create or replace trigger `%1$s_no_%2$s` before %2$s on `%1$s` for each row
                signal sqlstate '45000' set message_text = '%1$s is insert-only'""".formatted(table, verb);
    }

    private static String refusalUntilRemoved(String table) {
        return """
                create or replace trigger `%1$s_no_delete` before delete on `%1$s` for each row
                if not exists (select 1 from response r join campaign c on c.id = r.campaign_id
                               where r.id = old.response_id and c.removed_at is not null) then
                    signal sqlstate '45000' set message_text = '%1$s is insert-only until the answers are removed';
                end if""".formatted(table);
    }

    private static List<Table> tables(JdbcConnection connection) throws SQLException, DatabaseException {
        var found = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select table_name, table_type, table_comment from information_schema.tables
                        where table_schema = database() and table_type in ('BASE TABLE', 'SEQUENCE')
                        """)) {
            while (rows.next()) {
                found.add(new Table(
                        rows.getString(1),
                        rows.getString(2).equals("SEQUENCE"),
                        rows.getString(3).startsWith("insert-only"),
                        rows.getString(3).equals("insert-only until removed")));
            }
        }
        return found;
    }

    private static void run(JdbcConnection connection, String sql) throws SQLException, DatabaseException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_GRANT) {
                throw e;
            }
        }
    }

    private String account() {
        return "'%s'@'%s'".formatted(user, host);
    }

    @Override
    public String getConfirmationMessage() {
        return "rights given to " + account();
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }

    private record Table(String name, boolean sequence, boolean insertOnly, boolean removable) {}
}
