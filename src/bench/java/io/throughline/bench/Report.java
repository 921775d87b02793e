package io.throughline.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Prints the figures that were asked for, and computes what several measurements say together.
 *
 * @param wanted beginnings of names
 */
record Report(List<String> wanted, PrintStream out) {

    boolean wants(String name) {
        return wanted.stream().anyMatch(name::startsWith);
    }

    /** Whether somebody who wants this one said so, rather than wanting all there are. */
    boolean asksFor(String name) {
        return wanted.stream().anyMatch(beginning -> !beginning.isEmpty() && name.startsWith(beginning));
    }

    /** @param unit "s", "kB" (1,000 bytes), "statements", … */
    void figure(String name, double value, String unit) {
        if (wants(name)) {
            var whole = value == Math.rint(value) && Math.abs(value) < 1e12;
            out.printf(Locale.ROOT, whole ? "%s %.0f %s%n" : "%s %.2f %s%n", name, value, unit);
            out.flush();
        }
    }

    /** What is worth knowing but is no figure. */
    static void note(String format, Object... arguments) {
        System.err.printf(Locale.ROOT, "  " + format + "%n", arguments);
    }

    /** The middle one; of an even number the mean of the two. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
