package io.throughline.survey.question.stats;

import io.throughline.survey.question.stats.Estimate.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a figure differs from one wave to the next.
 *
 * @param difference later less earlier
 * @param low lower limit, at 95 %
 * @param high upper limit
 * @param p how likely a difference at least as large would be if there were none, two-sided; null where no test is made
 */
public record Change(
        double difference,
        double low,
        double high,
        @Nullable Double p) {

    /** Below this a difference is not put down to chance. */
    public static final double SIGNIFICANT = .05;

    /**
     * Of two groups of people: Newcombe's interval (1998) from the limits of both, and the score test for shares. Limits of
     * means and bootstrapped figures are put together the same way (Zou & Donner 2008), and not tested.
     */
    public static Change of(Estimate before, Estimate after) {
        double difference = after.value() - before.value();
        double down = Math.hypot(after.value() - after.low(), before.high() - before.value());
        double up = Math.hypot(after.high() - after.value(), before.value() - before.low());
        boolean shares = before.interval() == Interval.WILSON && after.interval() == Interval.WILSON;
        return new Change(difference, difference - down, difference + up, shares ? score(before, after) : null);
    }

    private static double score(Estimate before, Estimate after) {
        double n = before.effectiveN();
        double m = after.effectiveN();
        double together = (n * before.value() + m * after.value()) / (n + m);
        double error = Math.sqrt(together * (1 - together) * (1 / n + 1 / m));
        return error == 0 ? 1 : 2 * Numbers.normalDistribution(-Math.abs(after.value() - before.value()) / error);
    }

    /**
     * Of the same people: the mean of their own differences, with t.
     *
     * @param differences two or more
     */
    public static Change paired(double[] differences) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElseThrow();
        double squares = Arrays.stream(differences)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double half = Numbers.studentQuantile(.975, n - 1) * error;
        double p =
                error == 0 ? mean == 0 ? 1 : 0 : 2 * (1 - Numbers.studentDistribution(Math.abs(mean) / error, n - 1));
        return new Change(mean, mean - half, mean + half, p);
    }

    /** Corrected for looking at several at once (Holm 1979), in the order given; null stays null and doesn't count. */
    public static List<@Nullable Double> holm(List<@Nullable Double> ps) {
        var order = IntStream.range(0, ps.size())
                .filter(at -> ps.get(at) != null)
                .boxed()
                .sorted((a, b) -> Double.compare(orOne(ps.get(a)), orOne(ps.get(b))))
                .toList();
        var corrected = new ArrayList<@Nullable Double>(ps);
        double least = 0;
        for (int at = 0; at < order.size(); at++) {
            least = Math.min(1, Math.max(least, (order.size() - at) * orOne(ps.get(order.get(at)))));
            corrected.set(order.get(at), least);
        }
        return corrected;
    }

    private static double orOne(@Nullable Double p) {
        return p == null ? 1 : p;
    }
}
