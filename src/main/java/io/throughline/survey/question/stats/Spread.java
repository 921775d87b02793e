package io.throughline.survey.question.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How single values between 0 and 100 lie.
 *
 * @param counts people giving 0–9, 10–19, …, 80–89, 90–100
 */
public record Spread(
        double min, double lowerQuartile, double median, double upperQuartile, double max, List<Integer> counts) {

    private static final int COLUMNS = 10;
    private static final int WIDTH = 10;

    /** Null for no values. */
    public static @Nullable Spread of(Values values) {
        if (values.isEmpty()) {
            return null;
        }
        return new Spread(
                values.at(0),
                values.quantile(.25, value -> value),
                values.quantile(.5, value -> value),
                values.quantile(.75, value -> value),
                values.at(values.people() - 1),
                IntStream.range(0, COLUMNS)
                        .map(column -> values.count(value -> Math.clamp(value / WIDTH, 0, COLUMNS - 1) == column))
                        .boxed()
                        .toList());
    }
}
