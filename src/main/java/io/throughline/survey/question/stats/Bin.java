package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.stream.IntStream;

/**
 * One column of a histogram.
 *
 * @param from included
 * @param to excluded, but for the last one
 * @param count people whose value lies in it
 * @param share of all people, 0–1 (Wilson)
 */
public record Bin(double from, double to, int count, ByWeighting share) {

    private static final int MOST = 10;

    /**
     * At most ten columns of one round width (1, 2 or 5 times a power of ten) over all values of a list; none for no values.
     *
     * @param unit what a kept value says: the more, the greater it is
     * @param narrowest the least width, such as 1 for whole numbers
     */
    public static List<Bin> of(Tally tally, int list, LongToDoubleFunction unit, double narrowest) {
        var values = tally.values(list);
        if (values.isEmpty()) {
            return List.of();
        }
        double least = unit.applyAsDouble(values.at(0));
        double greatest = unit.applyAsDouble(values.at(values.people() - 1));
        double width = width(least, greatest, narrowest);
        double start = place(least, width);
        int columns = (int) columns(least, greatest, width);
        var inside = insides(values, columns, value -> (int) (place(unit.applyAsDouble(value), width) - start));
        var bins = new ArrayList<Bin>();
        for (int at = 0; at < columns; at++) {
            var within = inside.get(at);
            bins.add(new Bin(
                    (start + at) * width,
                    (start + at + 1) * width,
                    values.count(within),
                    tally.share(cell -> cell.values(list).count(within))));
        }
        return bins;
    }

    /** By column, which values are inside. Each is placed once: there are as many questions for it as groups and columns. */
    private static List<LongPredicate> insides(Values values, int columns, LongToIntFunction column) {
        var least = new long[columns];
        var greatest = new long[columns];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
        values.different().forEach(value -> {
            int at = column.applyAsInt(value);
            least[at] = Math.min(least[at], value);
            greatest[at] = Math.max(greatest[at], value);
        });
        return IntStream.range(0, columns)
                .mapToObj(at -> (LongPredicate) value -> value >= least[at] && value <= greatest[at])
                .toList();
    }

    private static double width(double least, double greatest, double narrowest) {
        double width = narrowest;
        for (int step = 0; columns(least, greatest, width) > MOST; step++) {
            // 1, 2, 5, 10, 20, 50 …
            width *= step % 3 == 1 ? 2.5 : 2;
        }
        return width;
    }

    private static double columns(double least, double greatest, double width) {
        return place(greatest, width) - place(least, width) + 1;
    }

    /** Which column from 0 on; .3/.1 is a hair less than 3. */
    private static double place(double value, double width) {
        return Math.floor(value / width + 1e-9);
    }
}
