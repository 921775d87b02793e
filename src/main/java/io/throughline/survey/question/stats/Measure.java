package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What one answer adds to a cell. */
public final class Measure {

    private final long[] amounts;
    private final Map<Integer, Long> values = new TreeMap<>();

    Measure(Layout layout) {
        amounts = new long[layout.columns()];
    }

    /** Adds to a column. */
    public void add(int column, long amount) {
        amounts[column] += amount;
    }

    /** Counts one in a column. */
    public void count(int column) {
        add(column, 1);
    }

    /** The one value this answer has on a list. */
    public void value(int list, long value) {
        values.put(list, value);
    }

    long amount(int column) {
        return amounts[column];
    }

    Map<Integer, Long> values() {
        return values;
    }

    void clear() {
        Arrays.fill(amounts, 0);
        values.clear();
    }
}
