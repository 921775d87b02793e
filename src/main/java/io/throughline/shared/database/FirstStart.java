package io.throughline.shared.database;

import io.throughline.shared.StartStep;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * Until the portal lets people in for the first time, what is in its own database is nobody's: a first start that is cut off
 * while it migrates or plays the demo is begun anew by the next one, instead of staying half done for ever.
 */
public class FirstStart extends StartStep {

    /** Whoever fills an empty portal does it before this phase. */
    public static final int OVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final EmbeddedDatabase database;

    FirstStart(EmbeddedDatabase database) {
        super(OVER);
        this.database = database;
    }

    /** To be said by whoever fills a portal in which nobody has an account; what is there by then is begun anew, too. */
    public void begins() {
        database.folder().ifPresent(DataFolder::firstStartBegins);
    }

    /** It is over just before the door opens. */
    @Override
    protected void take() {
        database.folder().ifPresent(DataFolder::firstStartIsOver);
    }
}
