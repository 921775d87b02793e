package io.throughline.survey.question.stats;

import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How single values lie, everybody counted once: the five numbers of a box plot, in the values' own unit. */
public record Distribution(double least, double lowerQuartile, double median, double upperQuartile, double greatest) {

    /** Null for no values. @param unit what a kept value says */
    public static @Nullable Distribution of(Values values, LongToDoubleFunction unit) {
        if (values.isEmpty()) {
            return null;
        }
        return new Distribution(
                unit.applyAsDouble(values.at(0)),
                values.quantile(.25, unit),
                values.quantile(.5, unit),
                values.quantile(.75, unit),
                unit.applyAsDouble(values.at(values.people() - 1)));
    }
}
