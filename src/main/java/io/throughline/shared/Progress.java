package io.throughline.shared;

import java.util.concurrent.CancellationException;

/** Whoever does long work says now and then how far it is, and learns so whether anybody still waits for it. */
@FunctionalInterface
public interface Progress {

    /** A step's progress is told to a thousandth. */
    int PARTS = 1000;

    /** Nobody looks, and nobody stops it. */
    Progress UNWATCHED = (done, all) -> {};

    /**
     * @param done of {@code all}, never less than said before
     * @throws CancellationException if it was stopped: nothing of it is to stand then
     */
    void at(int done, int all);

    /**
     * Of one of several steps done in turn, each taken to be as long as another.
     *
     * @param number of the step, from 0
     */
    default Progress step(int number, int steps) {
        return (done, all) -> at(PARTS * number + (all <= 0 ? 0 : (int) ((long) PARTS * done / all)), PARTS * steps);
    }
}
