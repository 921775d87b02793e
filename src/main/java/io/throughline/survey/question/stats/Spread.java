package io.throughline.survey.question.stats;

import java.util.Arrays;
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

    /** Null for no values. */
    public static @Nullable Spread of(double[] values) {
        if (values.length == 0) {
            return null;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var counts = new int[10];
        for (double value : sorted) {
            counts[Math.clamp((int) (value / 10), 0, 9)]++;
        }
        return new Spread(
                sorted[0],
                Numbers.quantile(sorted, .25),
                Numbers.quantile(sorted, .5),
                Numbers.quantile(sorted, .75),
                sorted[sorted.length - 1],
                IntStream.of(counts).boxed().toList());
    }
}
