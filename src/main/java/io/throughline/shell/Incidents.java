package io.throughline.shell;

import io.throughline.shared.persistence.DatabaseAbsence;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties what a person was told to what the log says. */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

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
        } else {
            LOG.error("Incident {}", id, failure);
        }
        return id;
    }

    /** Names what to tell whoever met the failure; the text takes the id. */
    static String textKey(Throwable failure) {
        return DatabaseAbsence.isLostConnection(failure) ? "error.database-away" : "error.unexpected";
    }
}
