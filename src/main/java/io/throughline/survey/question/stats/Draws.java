package io.throughline.survey.question.stats;

import java.util.UUID;

/** How often a response is drawn in each replicate of the Poisson bootstrap: always the same for the same response. */
public final class Draws {

    private final int[] weights;

    private Draws(int[] weights) {
        this.weights = weights;
    }

    public static Draws of(UUID response, Settings settings) {
        return of(response, settings.replicates());
    }

    static Draws of(UUID response, int replicates) {
        return new Draws(Poisson.weights(response, replicates));
    }

    /** Adds an amount as often as it is drawn, replicate by replicate: what all counting is made of. */
    void add(int amount, int[] into) {
        var drawn = weights;
        if (amount == 1) {
            for (int b = 0; b < into.length; b++) {
                into[b] += drawn[b];
            }
        } else {
            for (int b = 0; b < into.length; b++) {
                into[b] += amount * drawn[b];
            }
        }
    }
}
