package io.throughline.shared.persistence;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ErrorHandler;

/**
 * What fails by the clock or after a commit, with nobody waiting for it. While the database is away all of it fails, again
 * and again, for one reason: that is told once, and once more when it is back. Anything else is told each time.
 */
@Component
public class DatabaseAbsence implements ErrorHandler, AsyncUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAbsence.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int SECONDS_TO_ANSWER = 2;

    /** SQLSTATE's class of failed connections. */
    private static final String CONNECTION = "08";

    private final DataSource database;
    private final ObjectProvider<TaskScheduler> scheduler;
    private final AtomicBoolean away = new AtomicBoolean();

    DatabaseAbsence(DataSource database, ObjectProvider<TaskScheduler> scheduler) {
        this.database = database;
        this.scheduler = scheduler;
    }

    /** Whether this failed because the database can't be reached; then that is noted, and need not be told. */
    public boolean explains(Throwable failure) {
        if (!isLostConnection(failure)) {
            return false;
        }
        LOG.debug("Left for later: the database is away", failure);
        if (away.compareAndSet(false, true)) {
            LOG.warn("The database can't be reached: what needs it fails or waits until it is back");
            lookAgain();
        }
        return true;
    }

    @Override
    public void handleError(Throwable failure) {
        if (!explains(failure)) {
            LOG.error("A round failed; the next one tries again", failure);
        }
    }

    @Override
    public void handleUncaughtException(Throwable failure, Method listener, @Nullable Object... event) {
        if (!explains(failure)) {
            LOG.error(
                    "What follows from an event failed in {}.{}; it is tried again later",
                    listener.getDeclaringClass().getSimpleName(),
                    listener.getName(),
                    failure);
        }
    }

    private void lookAgain() {
        try {
            var rounds = scheduler.getObject();
            rounds.schedule(this::look, rounds.getClock().instant().plus(BETWEEN_LOOKS));
        } catch (TaskRejectedException | BeansException e) {
            LOG.debug("The portal ends before the database is back", e);
        }
    }

    private void look() {
        try (var connection = database.getConnection()) {
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                away.set(false);
                LOG.warn("The database is back: what waited for it goes on");
                return;
            }
        } catch (SQLException e) {
            LOG.debug("Still away", e);
        }
        lookAgain();
    }

    /** Whether this failed because the database can't be reached. For who is told of it anyway; else {@link #explains}. */
    public static boolean isLostConnection(Throwable failure) {
        boolean notBegun = false;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            // A pool says of a connection that was lost under it only that it is closed, without a state.
            notBegun |= cause instanceof CannotCreateTransactionException;
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql
                            && (notBegun && sql.getSQLState() == null || isOfConnection(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfConnection(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(CONNECTION);
    }
}
