package io.throughline.survey.question.stats;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one answer adds to a cell. */
public final class Measure {

    private final long[] amounts;
    private final @Nullable Long[] values;

    private Measure(Layout layout) {
        amounts = new long[layout.columns()];
        values = new @Nullable Long[layout.lists()];
    }

    /** @param measured says what it adds */
    public static Measure of(Layout layout, Consumer<Measure> measured) {
        var measure = new Measure(layout);
        measured.accept(measure);
        return measure;
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
        values[list] = value;
    }

    public long amount(int column) {
        return amounts[column];
    }

    /** Null where it has none. */
    @Nullable
    Long value(int list) {
        return values[list];
    }
}
