package io.throughline.survey.question.stats;

import java.util.UUID;

/** How often a response is drawn in each replicate of the Poisson bootstrap: always the same for the same response. */
public final class Draws {

    private final byte[] weights;

    private Draws(byte[] weights) {
        this.weights = weights;
    }

    public static Draws of(UUID response, Settings settings) {
        return new Draws(Poisson.weights(response, settings.replicates()));
    }

    int in(int replicate) {
        return weights[replicate];
    }
}
