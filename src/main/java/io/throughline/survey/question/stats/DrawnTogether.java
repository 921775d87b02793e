package io.throughline.survey.question.stats;

import java.util.Arrays;

/**
 * How often each of up to 64 responses is drawn in each replicate, as binary digits: a number for each digit and replicate,
 * with a bit for each response. Amounts of all of them are added up by counting bits.
 */
final class DrawnTogether {

    /** Of the greatest weight. */
    private static final int DIGITS = Integer.SIZE - Integer.numberOfLeadingZeros(Poisson.MOST);

    /** So many are enough for nearly all weights: one in 100,000 is greater than they tell. */
    private static final int USUAL = 3;

    private static final int MOST_USUAL = (1 << USUAL) - 1;

    private final long[][] digits;

    /** Of up to 64 responses, the two numbers of each. */
    record Ids(long[] high, long[] low) {

        int count() {
            return high.length;
        }
    }

    private DrawnTogether(long[][] digits) {
        this.digits = digits;
    }

    /** @param ids of the responses, whose bits are in this order */
    static DrawnTogether of(Ids ids, int replicates) {
        var digits = new long[DIGITS][replicates];
        var hashes = new long[ids.count()];
        int used = MOST_USUAL;
        for (int b = 0; b < replicates; b++) {
            Poisson.hash(ids.high(), ids.low(), Poisson.step(b), hashes);
            long ones = 0;
            long twos = 0;
            long fours = 0;
            for (int at = 0; at < hashes.length; at++) {
                int weight = Poisson.weight(hashes[at]);
                ones |= (long) (weight & 1) << at;
                twos |= (long) (weight >> 1 & 1) << at;
                fours |= (long) (weight >> 2 & 1) << at;
                if (weight > MOST_USUAL) {
                    used |= weight;
                    for (int digit = USUAL; digit < DIGITS; digit++) {
                        digits[digit][b] |= (long) (weight >>> digit & 1) << at;
                    }
                }
            }
            digits[0][b] = ones;
            digits[1][b] = twos;
            digits[2][b] = fours;
        }
        return new DrawnTogether(Arrays.copyOf(digits, Integer.SIZE - Integer.numberOfLeadingZeros(used)));
    }

    /** Adds an amount as often as some of them are drawn, replicate by replicate. @param who their bits */
    void add(long who, int amount, int[] into) {
        var ones = digits[0];
        var twos = digits[1];
        var fours = digits[2];
        for (int b = 0; b < into.length; b++) {
            into[b] += amount
                    * (Long.bitCount(who & ones[b])
                            + (Long.bitCount(who & twos[b]) << 1)
                            + (Long.bitCount(who & fours[b]) << 2));
        }
        for (int digit = USUAL; digit < digits.length; digit++) {
            var drawn = digits[digit];
            int each = amount << digit;
            for (int b = 0; b < into.length; b++) {
                into[b] += each * Long.bitCount(who & drawn[b]);
            }
        }
    }
}
