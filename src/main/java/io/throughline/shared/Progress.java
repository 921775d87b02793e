package io.throughline.shared;

import java.util.concurrent.CancellationException;

/** Whoever does long work says now and then how far it is, and learns so whether anybody still waits for it. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks, and nobody stops it. */
    Progress UNWATCHED = (done, all) -> {};

    /**
     * @param done of {@code all}, never less than said before
     * @throws CancellationException if it was stopped: nothing of it is to stand then
     */
    void at(int done, int all);
}
