package io.throughline.survey.question.stats;

import org.jspecify.annotations.Nullable;

/** How far the amounts of those who have a seat are above a base: for each binary digit the seats that have it, by row. */
final class SeatedDigits {

    private final Seats seats;
    private final long base;
    private final long[] @Nullable [] digits = new long[Long.SIZE][];

    SeatedDigits(Seats seats, long base) {
        this.seats = seats;
        this.base = base;
    }

    long base() {
        return base;
    }

    /** @param who bitmap of the entries of a page that matter */
    void put(Column column, long[] who, SeatedPage page) {
        column.each(who, base, new Column.Off() {
            @Override
            public void digit(int digit, long[] having) {
                page.mark(having, who, rows(digit));
            }

            @Override
            public void number(int entry, long off) {
                int seat = page.seat(entry);
                for (long left = off; left != 0; left &= left - 1) {
                    rows(Long.numberOfTrailingZeros(left))[seat / Long.SIZE] |= 1L << seat;
                }
            }
        });
    }

    private long[] rows(int digit) {
        var rows = digits[digit];
        if (rows == null) {
            rows = seats.rows();
            digits[digit] = rows;
        }
        return rows;
    }

    /** What they come to. */
    long sum(Seats.Lot lot) {
        long sum = 0;
        for (int digit = 0; digit < Long.SIZE; digit++) {
            var rows = digits[digit];
            for (int row = lot.from(); rows != null && row < lot.end(); row++) {
                sum += (long) Long.bitCount(rows[row]) << digit;
            }
        }
        return sum;
    }

    /** Adds them, or takes them back, as often as they are drawn, replicate by replicate. */
    void add(Seats.Lot lot, int[] into) {
        for (int digit = 0; digit < Long.SIZE; digit++) {
            var rows = digits[digit];
            if (rows != null) {
                seats.add(lot, rows, Math.toIntExact((long) lot.sign() << digit), into);
            }
        }
    }
}
