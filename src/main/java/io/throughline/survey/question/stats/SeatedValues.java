package io.throughline.survey.question.stats;

import java.util.stream.IntStream;

/** Values of those who have a seat, lot by lot. Most lie close together and are counted in a table, for which nothing is looked up. */
final class SeatedValues {

    private static final int WIDEST = 1 << 12;

    private final long[] values;
    private final int[] lots;
    private int count;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /** @param most of them */
    SeatedValues(int most) {
        values = new long[most];
        lots = new int[most];
    }

    void add(int lot, long value) {
        values[count] = value;
        lots[count++] = lot;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    /** How many people of a lot gave a value. */
    interface Counted {
        void of(int lot, long value, int people);
    }

    /** One by one where they lie far apart. @param all number of lots */
    void each(int all, Counted counted) {
        // How far apart any two numbers are is a number without a sign.
        if (count > 0 && Long.compareUnsigned(greatest - least, WIDEST) < 0) {
            table(all, (int) (greatest - least) + 1, counted);
        } else {
            IntStream.range(0, count).forEach(at -> counted.of(lots[at], values[at], 1));
        }
    }

    private void table(int all, int width, Counted counted) {
        var people = new int[all * width];
        for (int at = 0; at < count; at++) {
            people[lots[at] * width + (int) (values[at] - least)]++;
        }
        for (int at = 0; at < people.length; at++) {
            if (people[at] > 0) {
                counted.of(at / width, least + at % width, people[at]);
            }
        }
    }
}
