package io.throughline.shared.database;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Until the portal lets people in for the first time, what is in its own database is nobody's: a first start that is cut off
 * while it migrates or plays the demo is begun anew by the next one, instead of staying half done for ever.
 */
public class FirstStart implements SmartLifecycle {

    /** Whoever fills an empty portal does it before this phase. */
    public static final int OVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final EmbeddedDatabase database;
    private volatile boolean running;

    FirstStart(EmbeddedDatabase database) {
        this.database = database;
    }

    /** To be said by whoever fills a portal in which nobody has an account; what is there by then is begun anew, too. */
    public void begins() {
        database.folder().ifPresent(DataFolder::firstStartBegins);
    }

    /** It is over just before the door opens. */
    @Override
    public void start() {
        database.folder().ifPresent(DataFolder::firstStartIsOver);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return OVER;
    }
}
