package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.UUID;

/**
 * How often each of up to 64 responses is drawn in each replicate, as binary digits: a number for each digit and replicate,
 * with a bit for each response. Amounts of all of them are added up by counting bits.
 */
final class DrawnTogether {

    /** Of the greatest weight. */
    private static final int DIGITS = Integer.SIZE - Integer.numberOfLeadingZeros(Poisson.MOST);

    /** What two digits tell: one in fifty weights is greater. */
    private static final int MOSTLY = 3;

    private final long[][] digits;

    private DrawnTogether(long[][] digits) {
        this.digits = digits;
    }

    /**
     * @param responses their bits are in this order
     * @param from the first of those that matter
     */
    static DrawnTogether of(UUID[] responses, int from, int end, int replicates) {
        var digits = new long[DIGITS][replicates];
        int used = 0;
        for (int b = 0; b < replicates; b++) {
            long step = Poisson.step(b);
            long ones = 0;
            long twos = 0;
            for (int at = from; at < end; at++) {
                int weight = Poisson.weight(responses[at], step);
                ones |= (long) (weight & 1) << at - from;
                twos |= (long) (weight >> 1 & 1) << at - from;
                if (weight > MOSTLY) {
                    used |= weight;
                    for (int digit = 2; digit < DIGITS; digit++) {
                        digits[digit][b] |= (long) (weight >>> digit & 1) << at - from;
                    }
                }
            }
            digits[0][b] = ones;
            digits[1][b] = twos;
        }
        return new DrawnTogether(Arrays.copyOf(digits, Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(used))));
    }

    /** Adds an amount as often as some of them are drawn, replicate by replicate. @param who their bits */
    void add(long who, int amount, int[] into) {
        for (int digit = 0; digit < digits.length; digit++) {
            var drawn = digits[digit];
            int each = amount << digit;
            for (int b = 0; b < into.length; b++) {
                into[b] += each * Long.bitCount(who & drawn[b]);
            }
        }
    }
}
