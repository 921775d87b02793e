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
 * Before anything is migrated: are both accounts let in, is the database no newer than this build, and are server and
 * accounts as they must be? Where the portal could not work a no stops the start; where it would work without being safe,
 * in production alone, and elsewhere it is logged.
 */
class StartCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private final DatabaseLogins logins;
    private final DataSource app;
    private final boolean strict;
    private final String changelog;

    StartCheck(DatabaseLogins logins, DataSource app, boolean strict, String changelog) {
        this.logins = logins;
        this.app = app;
        this.strict = strict;
        this.changelog = changelog.replace("classpath:", "");
    }

    /** @throws DatabaseStartException if one isn't let in, or can do too little or too much */
    void accounts() {
        var contact = new FirstContact(logins);
        try (var owner = contact.owner();
                var portal = contact.app()) {
            var obstacles = ServerCheck.migration(owner, contact.database());
            if (!obstacles.isEmpty()) {
                throw new DatabaseStartException(told(obstacles));
            }
            judge(ServerCheck.rights(DatabaseGrants.of(portal, contact.database())));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @throws DatabaseStartException if the data is newer than this build, or, in production, if the server is set up wrongly */
    void server(Connection owner) throws SQLException {
        refuseNewer(owner);
        judge(ServerCheck.settings(owner));
    }

    /** The portal's pool is the one that has to be right; its account has its rights only now. */
    @Override
    public void afterSingletonsInstantiated() {
        try (var connection = app.getConnection()) {
            judge(ServerCheck.settings(connection));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void judge(List<String> complaints) {
        if (complaints.isEmpty()) {
            return;
        }
        if (strict) {
            throw new DatabaseStartException(told(complaints));
        }
        LOG.warn("In production the portal would not start: {}", told(complaints));
    }

    private static String told(List<String> complaints) {
        return "the database is not set up as the portal needs it:\n  - " + String.join("\n  - ", complaints)
                + "\nSee docs/operations.md, Database.";
    }

    private static DatabaseStartException failed(SQLException e) {
        return new DatabaseStartException("the database failed while it was checked: " + ContactTrouble.words(e), e);
    }

    private void refuseNewer(Connection owner) throws SQLException {
        var unknown = new TreeSet<>(applied(owner));
        if (unknown.isEmpty()) {
            return;
        }
        unknown.removeAll(known());
        if (!unknown.isEmpty()) {
            throw new DatabaseStartException("the data belongs to a newer version of the portal (it has the changes "
                    + String.join(", ", unknown) + "): start that version, or restore a backup of this one's data");
        }
    }

    private static Set<String> applied(Connection owner) throws SQLException {
        var applied = new TreeSet<String>();
        try (var tables = owner.getMetaData().getTables(owner.getCatalog(), null, "%", null)) {
            boolean migrated = false;
            while (tables.next()) {
                migrated |= "databasechangelog".equalsIgnoreCase(tables.getString("TABLE_NAME"));
            }
            if (!migrated) {
                return applied;
            }
        }
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select author, id from DATABASECHANGELOG")) {
            while (rows.next()) {
                applied.add(rows.getString(1) + ":" + rows.getString(2));
            }
        }
        return applied;
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
