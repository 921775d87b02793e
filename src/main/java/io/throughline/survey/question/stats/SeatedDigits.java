package io.throughline.survey.question.stats;

import org.jspecify.annotations.Nullable;

/** How far the amounts of those who have a seat are from one of them: for each binary digit the seats that have it, by row. */
final class SeatedDigits {

    private final Seats seats;
    private final long base;
    private final long[] @Nullable [] more = new long[Long.SIZE][];
    private final long[] @Nullable [] less = new long[Long.SIZE][];

    SeatedDigits(Seats seats, long base) {
        this.seats = seats;
        this.base = base;
    }

    long base() {
        return base;
    }

    /** @param off adds to what was put there before, which had other digits */
    void put(int seat, long off) {
        var digits = off < 0 ? less : more;
        for (long left = Math.abs(off); left != 0; left &= left - 1) {
            int digit = Long.numberOfTrailingZeros(left);
            var rows = digits[digit];
            if (rows == null) {
                rows = seats.rows();
                digits[digit] = rows;
            }
            rows[seat / Long.SIZE] |= 1L << seat;
        }
    }

    /** What they come to. */
    long sum(Seats.Lot lot) {
        long sum = 0;
        for (int digit = 0; digit < Long.SIZE; digit++) {
            sum += count(more[digit], lot) - count(less[digit], lot) << digit;
        }
        return sum;
    }

    private static long count(long @Nullable [] rows, Seats.Lot lot) {
        long count = 0;
        if (rows != null) {
            for (int row = lot.from(); row < lot.end(); row++) {
                count += Long.bitCount(rows[row]);
            }
        }
        return count;
    }

    /** Adds them, or takes them back, as often as they are drawn, replicate by replicate. */
    void add(Seats.Lot lot, int[] into) {
        for (int digit = 0; digit < Long.SIZE; digit++) {
            add(more[digit], lot, (long) lot.sign() << digit, into);
            add(less[digit], lot, (long) -lot.sign() << digit, into);
        }
    }

    private void add(long @Nullable [] rows, Seats.Lot lot, long amount, int[] into) {
        if (rows != null) {
            seats.add(lot, rows, Math.toIntExact(amount), into);
        }
    }
}
