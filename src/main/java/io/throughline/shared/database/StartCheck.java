package io.throughline.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Before anything is migrated: is the database no newer than this build, and are server and account as they must be? In
 * production a no stops the start, elsewhere it is logged.
 */
class StartCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    /** Let in, but not to this database: before the first migration nothing is granted. */
    private static final int NO_RIGHTS_YET = 1044;

    private final DataSource app;
    private final DataSource owner;
    private final boolean strict;
    private final String changelog;

    StartCheck(DataSource app, DataSource owner, boolean strict, String changelog) {
        this.app = app;
        this.owner = owner;
        this.strict = strict;
        this.changelog = changelog.replace("classpath:", "");
    }

    /** @throws DatabaseStartException naming what is wrong and what to do */
    void beforeMigration() {
        refuseNewer();
        requireLogin();
        judge(complaints(owner, ServerCheck::settings));
    }

    /** Whoever only uses the account later would say nothing of a wrong password. */
    private void requireLogin() {
        try (var connection = app.getConnection()) {
            LOG.debug(
                    "The portal's own account is let in as {}",
                    connection.getMetaData().getUserName());
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_RIGHTS_YET) {
                throw unreachable(app, e);
            }
        }
    }

    /** The portal's account has its rights only now. */
    @Override
    public void afterSingletonsInstantiated() {
        judge(complaints(app, ServerCheck::rights));
    }

    private void judge(List<String> complaints) {
        if (complaints.isEmpty()) {
            return;
        }
        var message = "the database is not set up as the portal needs it:\n  - " + String.join("\n  - ", complaints);
        if (strict) {
            throw new DatabaseStartException(message + "\nSee docs/operations.md, Database.");
        }
        LOG.warn("In production the portal would not start, {}", message);
    }

    private List<String> complaints(DataSource source, Check check) {
        try (var connection = source.getConnection()) {
            return check.on(connection);
        } catch (SQLException e) {
            throw unreachable(source, e);
        }
    }

    private DatabaseStartException unreachable(DataSource source, SQLException e) {
        var account = source == owner ? "the owner's account" : "the portal's own account";
        return new DatabaseStartException("the database can't be reached with " + account + ": " + e.getMessage(), e);
    }

    private interface Check {
        List<String> on(Connection connection) throws SQLException;
    }

    private void refuseNewer() {
        var unknown = new TreeSet<>(applied());
        if (unknown.isEmpty()) {
            return;
        }
        unknown.removeAll(known());
        if (!unknown.isEmpty()) {
            throw new DatabaseStartException("the data belongs to a newer version of the portal (it has the changes "
                    + String.join(", ", unknown) + "): start that version, or restore a backup of this one's data");
        }
    }

    private Set<String> applied() {
        var applied = new TreeSet<String>();
        try (var connection = owner.getConnection();
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            boolean migrated = false;
            while (tables.next()) {
                migrated |= "databasechangelog".equalsIgnoreCase(tables.getString("TABLE_NAME"));
            }
            if (!migrated) {
                return applied;
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select author, id from DATABASECHANGELOG")) {
                while (rows.next()) {
                    applied.add(rows.getString(1) + ":" + rows.getString(2));
                }
            }
            return applied;
        } catch (SQLException e) {
            throw unreachable(owner, e);
        }
    }

    private Set<String> known() {
        try (var resources = new ClassLoaderResourceAccessor()) {
            var log = ChangeLogParserFactory.getInstance()
                    .getParser(changelog, resources)
                    .parse(changelog, new ChangeLogParameters(), resources);
            var known = new TreeSet<String>();
            for (ChangeSet set : log.getChangeSets()) {
                known.add(set.getAuthor() + ":" + set.getId());
            }
            return known;
        } catch (Exception e) {
            throw new DatabaseStartException("the changelogs of this build can't be read", e);
        }
    }
}
