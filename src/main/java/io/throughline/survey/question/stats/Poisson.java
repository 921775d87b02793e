package io.throughline.survey.question.stats;

import java.util.UUID;

/**
 * The weight of a response in a bootstrap replicate: Poisson(1) from a hash of both, so that it is the same whenever and
 * in whatever order figures are computed, and an edited response keeps it.
 */
final class Poisson {

    private Poisson() {}

    /** Usually 0, 1 or 2 each. */
    static byte[] weights(UUID response, int replicates) {
        var weights = new byte[replicates];
        for (int b = 0; b < replicates; b++) {
            weights[b] = (byte) weight(response, b);
        }
        return weights;
    }

    /** Usually 0, 1 or 2. */
    static int weight(UUID response, int replicate) {
        long hash = mix(response.getMostSignificantBits()
                ^ mix(response.getLeastSignificantBits() ^ mix(0x9E3779B97F4A7C15L * (replicate + 1))));
        double uniform = (hash >>> 11) * 0x1.0p-53;
        double probability = Math.exp(-1);
        double cumulative = probability;
        int count = 0;
        while (uniform >= cumulative && count < 20) {
            count++;
            probability /= count;
            cumulative += probability;
        }
        return count;
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
