package io.throughline.shell;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties what a person was told to what the log says. */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private Incidents() {}

    /** Logs the failure under a new id, and returns the id. */
    static String log(Throwable failure) {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36)
                .toUpperCase(Locale.ROOT);
        LOG.error("Incident {}", id, failure);
        return id;
    }
}
