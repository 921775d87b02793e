package io.throughline.shell;

import com.vaadin.flow.server.communication.ServerRpcHandler;
import io.throughline.shared.persistence.DatabaseAbsence;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties what a person was told to what the log says. */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private static final int LONGEST_LINE = 200;

    private Incidents() {}

    /**
     * Logs the failure under a new id, and returns the id. That the database is away needs no trace: it is the same for
     * everybody's click.
     */
    static String log(Throwable failure) {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36)
                .toUpperCase(Locale.ROOT);
        if (DatabaseAbsence.isLostConnection(failure)) {
            LOG.error("Incident {}: the database can't be reached", id);
        } else if (isOfAMessage(failure)) {
            LOG.warn("Incident {}: a message no page of ours sends: {}", id, line(failure));
        } else {
            LOG.error("Incident {}", id, failure);
        }
        return id;
    }

    /** Refused by Flow before anything of ours heard of it. What it wraps tells whether that is so, not its own trace alone. */
    private static boolean isOfAMessage(Throwable failure) {
        var cause = failure.getCause();
        return isRefusedByFlow(failure) && (cause == null || isOfAMessage(cause));
    }

    private static boolean isRefusedByFlow(Throwable failure) {
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.throughline.")) {
                return false;
            }
            if (frame.getClassName().equals(ServerRpcHandler.class.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Anybody may send such a message, also who isn't signed in: it forges no line and fills no disk. */
    private static String line(Throwable failure) {
        var line = failure.toString().replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(LONGEST_LINE, line.length()));
    }

    /** Names what to tell whoever met the failure; the text takes the id. */
    static String textKey(Throwable failure) {
        return DatabaseAbsence.isLostConnection(failure) ? "error.database-away" : "error.unexpected";
    }
}
