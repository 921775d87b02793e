package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How many people gave which value, in the order of the values. */
public final class Values {

    private static final int FIRST_SIZE = 8;

    /**
     * A hash table with open addressing: what is counted one by one, millions of times, makes no objects. Two numbers for each
     * place: a value, and twice its people and 1, so that it is not 0.
     */
    private long[] table = new long[2 * FIRST_SIZE];

    private int places;
    private long @Nullable [] ordered;

    /** @param count of people, negative to take back */
    void add(long value, int count) {
        if (4 * places >= table.length) {
            grow();
        }
        int at = place(value);
        if (table[at + 1] == 0) {
            table[at] = value;
            table[at + 1] = 1;
            places++;
        }
        boolean was = people(at) != 0;
        table[at + 1] += 2L * count;
        if (was != (people(at) != 0)) {
            ordered = null;
        }
    }

    void addAll(Values other) {
        for (int at = 0; at < other.table.length; at += 2) {
            if (other.people(at) != 0) {
                add(other.table[at], other.people(at));
            }
        }
    }

    private int people(int at) {
        return (int) (table[at + 1] >> 1);
    }

    private int place(long value) {
        int at = (int) (value * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(table.length) + 1) & -2;
        while (table[at + 1] != 0 && table[at] != value) {
            at = at + 2 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        var before = table;
        table = new long[2 * before.length];
        places = 0;
        for (int at = 0; at < before.length; at += 2) {
            int people = (int) (before[at + 1] >> 1);
            if (people != 0) {
                add(before[at], people);
            }
        }
    }

    private long[] ordered() {
        var known = ordered;
        if (known == null) {
            known = new long[places];
            int count = 0;
            for (int at = 0; at < table.length; at += 2) {
                if (people(at) != 0) {
                    known[count++] = table[at];
                }
            }
            known = Arrays.copyOf(known, count);
            Arrays.sort(known);
            ordered = known;
        }
        return known;
    }

    public boolean isEmpty() {
        return ordered().length == 0;
    }

    /** The values given, each once, in order. */
    public LongStream different() {
        return Arrays.stream(ordered());
    }

    /** How many people gave a value. */
    int count(long value) {
        return people(place(value));
    }

    public int people() {
        return IntStream.range(0, table.length / 2)
                .map(place -> people(2 * place))
                .sum();
    }

    public int count(LongPredicate which) {
        int sum = 0;
        for (long value : ordered()) {
            sum += which.test(value) ? count(value) : 0;
        }
        return sum;
    }

    /** The value most people gave, the least of several; 0 where nobody gave any. */
    long mode() {
        long mode = 0;
        int most = 0;
        for (long value : ordered()) {
            if (count(value) > most) {
                most = count(value);
                mode = value;
            }
        }
        return mode;
    }

    /** The value at a place in the order of all people's, from 0; the last one beyond the end. */
    public long at(int place) {
        int before = 0;
        for (long value : ordered()) {
            before += count(value);
            if (place < before) {
                return value;
            }
        }
        return ordered()[ordered().length - 1];
    }

    /** Quantile of people's values by linear interpolation (type 7 of Hyndman & Fan 1996). */
    double quantile(double p, LongToDoubleFunction unit) {
        double position = p * (people() - 1);
        int below = (int) position;
        double low = unit.applyAsDouble(at(below));
        double high = unit.applyAsDouble(at(below + 1));
        return low + (position - below) * (high - low);
    }

    /** @param unit what a kept value says */
    public Moments moments(LongToDoubleFunction unit) {
        int all = 0;
        double sum = 0;
        for (long value : ordered()) {
            int count = count(value);
            all += count;
            sum += count * unit.applyAsDouble(value);
        }
        double mean = sum / all;
        double squares = 0;
        for (long value : ordered()) {
            double off = unit.applyAsDouble(value) - mean;
            squares += count(value) * off * off;
        }
        return new Moments(all, mean, squares);
    }
}
