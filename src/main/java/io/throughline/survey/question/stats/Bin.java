package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

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
     * @param unit what a kept value says
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
        var bins = new ArrayList<Bin>();
        for (int at = 0; at < columns; at++) {
            double place = start + at;
            LongPredicate inside = value -> place(unit.applyAsDouble(value), width) == place;
            bins.add(new Bin(
                    place * width,
                    (place + 1) * width,
                    values.count(inside),
                    tally.share(cell -> cell.values(list).count(inside))));
        }
        return bins;
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
