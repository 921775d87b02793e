package io.throughline.survey.question.stats;

import java.util.UUID;

/**
 * The weight of a response in a bootstrap replicate: Poisson(1) from a hash of both, so that it is the same whenever and
 * in whatever order figures are computed, and an edited response keeps it.
 */
final class Poisson {

    static final int MOST = 20;

    /** A uniform number has so many binary digits: those a double tells apart between 0 and 1. */
    private static final int DIGITS = 53;

    /** From the k-th of these numbers on a weight is more than k. */
    private static final long[] LIMITS = limits();

    private static final int FIRST_DIGITS = 12;

    /** The weight that most uniform numbers tell by their first digits; −1 where those leave it open. */
    private static final byte[] BY_FIRST_DIGITS = byFirstDigits();

    private Poisson() {}

    /** Usually 0, 1 or 2 each, at most 20. */
    static int[] weights(UUID response, int replicates) {
        var weights = new int[replicates];
        for (int b = 0; b < replicates; b++) {
            weights[b] = weight(response, step(b));
        }
        return weights;
    }

    /** What a replicate has to do with the hash. @param replicate from 0 */
    static long step(int replicate) {
        return mix(0x9E3779B97F4A7C15L * (replicate + 1));
    }

    /** @param step of the replicate */
    static int weight(UUID response, long step) {
        return weight(mix(response.getMostSignificantBits() ^ mix(response.getLeastSignificantBits() ^ step)));
    }

    /**
     * For {@link #weight(long)}, several at once.
     *
     * @param high of the responses' ids, @param low of the same
     * @param step of the replicate
     */
    static void hash(long[] high, long[] low, long step, long[] hashes) {
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = mix(high[at] ^ mix(low[at] ^ step));
        }
    }

    /** @param hash of a response and a replicate */
    static int weight(long hash) {
        int usual = BY_FIRST_DIGITS[(int) (hash >>> (Long.SIZE - FIRST_DIGITS))];
        return usual >= 0 ? usual : counted(hash >>> (Long.SIZE - DIGITS));
    }

    private static int counted(long uniform) {
        int count = 0;
        while (count < MOST && uniform >= LIMITS[count]) {
            count++;
        }
        return count;
    }

    private static long[] limits() {
        var limits = new long[MOST];
        double probability = Math.exp(-1);
        double cumulative = probability;
        for (int count = 0; count < MOST; count++) {
            limits[count] = (long) Math.ceil(Math.scalb(cumulative, DIGITS));
            probability /= count + 1;
            cumulative += probability;
        }
        return limits;
    }

    private static byte[] byFirstDigits() {
        var weights = new byte[1 << FIRST_DIGITS];
        for (int first = 0; first < weights.length; first++) {
            long least = (long) first << (DIGITS - FIRST_DIGITS);
            long greatest = least + (1L << (DIGITS - FIRST_DIGITS)) - 1;
            int weight = counted(least);
            weights[first] = (byte) (weight == counted(greatest) ? weight : -1);
        }
        return weights;
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
