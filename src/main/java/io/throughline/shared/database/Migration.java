package io.throughline.shared.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database to this build's state: checked before, one portal at a time, and told in one message if it fails. */
class Migration extends SpringLiquibase {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    /** Table, column, index or key that is already there, or no longer there. */
    private static final Set<Integer> HALF_DONE = Set.of(1050, 1051, 1060, 1061, 1091, 1359, 1826);

    private final StartCheck check;
    private final EarlyEnd earlyEnd;
    private final Duration patience;

    /** @param patience how long to wait while another portal migrates */
    Migration(
            StartCheck check,
            EarlyEnd earlyEnd,
            DataSource owner,
            DatabaseLogins logins,
            String changelog,
            Duration patience) {
        this.earlyEnd = earlyEnd;
        this.check = check;
        this.patience = patience;
        setDataSource(owner);
        setChangeLog(changelog);
        setChangeLogParameters(
                Map.of("app.user", logins.app().user(), "app.host", logins.app().host()));
        setShowSummary(UpdateSummaryEnum.OFF);
        setAnalyticsEnabled(false);
    }

    /** @throws DatabaseStartException naming what is wrong and what to do */
    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        check.accounts();
        try (var connection = getDataSource().getConnection();
                var _ = MigrationTurn.take(connection, patience)) {
            check.server(connection);
            super.afterPropertiesSet();
        } catch (SQLException e) {
            throw new DatabaseStartException(
                    "the database failed while it was migrated: " + ContactTrouble.words(e), e);
        } catch (LiquibaseException e) {
            throw failed(e);
        }
    }

    /** Whoever held the library's lock held the turn, too: what is there now was left by a portal that was killed. */
    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
        for (var left : liquibase.listLocks()) {
            LOG.warn(
                    "A start at {} by {} was cut off while it migrated: going on",
                    left.getLockGranted(),
                    left.getLockedBy());
            liquibase.forceReleaseLocks();
        }
        try (var _ = earlyEnd.wholeStep()) {
            super.performUpdate(liquibase);
        }
    }

    static DatabaseStartException failed(LiquibaseException e) {
        var what = plain(e).replaceFirst("(?s):?\\s*\\R.*", "");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new DatabaseStartException(
                        "the database could not be migrated. " + what + ": " + ContactTrouble.words(sql) + "\n"
                                + advice(sql),
                        e);
            }
        }
        return new DatabaseStartException("the database could not be migrated. " + plain(e), e);
    }

    /** Without the names of classes. */
    private static String plain(LiquibaseException e) {
        return String.valueOf(e.getMessage())
                .replaceAll("liquibase\\.exception\\.\\w+: ", "")
                .strip();
    }

    private static String advice(SQLException e) {
        return HALF_DONE.contains(e.getErrorCode())
                ? "An earlier start was cut off in the middle of this change. Restore the backup made before it and start"
                        + " again; was it the very first start, there is nothing to lose: drop the database, create it"
                        + " again (docs/operations.md, Database), and start."
                : "What came before this change is done and kept. Mend what the server says, and start again.";
    }
}
