package io.throughline.shared;

import org.springframework.context.SmartLifecycle;

/** Something done once while the portal starts, in an order told by phases; one that fails stops the start. */
public abstract class StartStep implements SmartLifecycle {

    private final int phase;
    private volatile boolean running;

    /** @param phase of two steps the one with the lower is done first */
    protected StartStep(int phase) {
        this.phase = phase;
    }

    /** The step. */
    protected abstract void take();

    @Override
    public final void start() {
        take();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
