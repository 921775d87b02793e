package io.throughline.survey.question.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How single values lie, everybody counted once: the five numbers of a box plot, in the values' own unit. */
public record Distribution(double least, double lowerQuartile, double median, double upperQuartile, double greatest) {

    /** Null for no values. */
    public static @Nullable Distribution of(double[] values) {
        if (values.length == 0) {
            return null;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(
                sorted[0],
                Numbers.quantile(sorted, .25),
                Numbers.quantile(sorted, .5),
                Numbers.quantile(sorted, .75),
                sorted[sorted.length - 1]);
    }
}
