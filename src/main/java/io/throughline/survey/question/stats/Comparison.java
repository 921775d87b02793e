package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Two independent shares compared: the difference second − first with Newcombe's interval from the Wilson limits (1998,
 * method 10) and the two-sided score test.
 *
 * @param difference −1–1
 * @param low lower 95 % limit
 * @param high upper 95 % limit
 * @param p of the score test; 1 where both shares are 0 or both are 1
 */
public record Comparison(double difference, double low, double high, double p) {

    /** @param n1 and n2 effective numbers of people, above 0 */
    public static Comparison ofShares(double p1, double n1, double p2, double n2) {
        double difference = p2 - p1;
        double low = difference - Math.hypot(p2 - Numbers.wilson(p2, n2, -1), Numbers.wilson(p1, n1, 1) - p1);
        double high = difference + Math.hypot(Numbers.wilson(p2, n2, 1) - p2, p1 - Numbers.wilson(p1, n1, -1));
        double pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        double p = error == 0 ? 1 : 2 * (1 - Numbers.normalDistribution(Math.abs(difference) / error));
        return new Comparison(difference, Math.max(-1, low), Math.min(1, high), p);
    }

    /** Holm's step-down adjustment (1979): p values that may be compared with .05 one by one, in the order given. */
    public static double[] holm(double[] p) {
        var adjusted = new double[p.length];
        var order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double before = 0;
        for (int place = 0; place < p.length; place++) {
            int i = order.get(place);
            before = Math.max(before, Math.min(1, (p.length - place) * p[i]));
            adjusted[i] = before;
        }
        return adjusted;
    }

    /** The same people asked twice: mean of the differences, t interval and test; p is 1 with fewer than two people. */
    public static Comparison ofPairs(double[] first, double[] second) {
        int n = first.length;
        var differences =
                IntStream.range(0, n).mapToDouble(i -> second[i] - first[i]).toArray();
        double mean = Arrays.stream(differences).average().orElse(0);
        if (n < 2) {
            return new Comparison(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
        }
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double half = Numbers.studentQuantile(.975, n - 1) * error;
        double p =
                error == 0 ? (mean == 0 ? 1 : 0) : 2 * (1 - Numbers.studentDistribution(Math.abs(mean) / error, n - 1));
        return new Comparison(mean, mean - half, mean + half, p);
    }
}
