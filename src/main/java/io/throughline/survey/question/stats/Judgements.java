package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairwise judgements of n things and the weights behind them: the principal eigenvector of the reciprocal matrix
 * (analytic hierarchy process, Saaty 1980). {@code ratio[i][j]} says how many times thing i counts as much as thing j.
 */
public final class Judgements {

    /** Above this the judgements contradict each other too much to be used as they are. */
    public static final double ACCEPTABLE = .10;

    /** Saaty's mean consistency index of random matrices of order 3, 4, … */
    public static final List<Double> SAATY = List.of(.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49);

    private static final int MOST_STEPS = 10_000;
    private static final double CONVERGED = 1e-15;

    private final double[][] ratio;
    private final double[] weights;
    private final double largest;

    /**
     * @param ratio square, positive, reciprocal
     * @throws IllegalArgumentException if it is not
     */
    public Judgements(double[][] ratio) {
        this.ratio = Arrays.stream(ratio).map(double[]::clone).toArray(double[][]::new);
        requireReciprocal(this.ratio);
        weights = eigenvector(this.ratio);
        largest = eigenvalue(this.ratio, weights);
    }

    /** The weighted geometric mean of several people's judgements of the same things (Aczél & Saaty 1983). */
    public static Judgements together(List<Judgements> all, double[] weights) {
        double total = Arrays.stream(weights).sum();
        return geometric(all.getFirst().size(), (i, j) -> {
            double logs = 0;
            for (int s = 0; s < all.size(); s++) {
                logs += weights[s] * Math.log(all.get(s).ratio[i][j]);
            }
            return logs / total;
        });
    }

    /** From mean logarithms. @param logs of the ratio of a thing to a later one, by their places */
    public static Judgements geometric(int things, OfPair logs) {
        var mean = new double[things][things];
        for (int i = 0; i < things; i++) {
            mean[i][i] = 1;
            for (int j = i + 1; j < things; j++) {
                mean[i][j] = Math.exp(logs.of(i, j));
                mean[j][i] = 1 / mean[i][j];
            }
        }
        return new Judgements(mean);
    }

    public int size() {
        return ratio.length;
    }

    /** Above 0, summing to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** CI = (λmax − n)/(n − 1); 0 for one or two things. */
    public double consistencyIndex() {
        return size() <= 2 ? 0 : (largest - size()) / (size() - 1);
    }

    /**
     * CR = CI/RI; 0 for one or two things, which can't contradict each other.
     *
     * @param random mean index of random matrices of order 3, 4, …; its last value serves every larger order
     */
    public double consistencyRatio(List<Double> random) {
        return size() <= 2 ? 0 : consistencyIndex() / random.get(Math.min(size() - 3, random.size() - 1));
    }

    /** The judgement that disagrees most with all the others, null where none disagrees. */
    public @Nullable Pair mostDoubtful() {
        Pair worst = null;
        double most = 1 + 1e-9;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                double off = ratio[i][j] * weights[j] / weights[i];
                if (i != j && off > most) {
                    most = off;
                    worst = new Pair(i, j);
                }
            }
        }
        return worst;
    }

    /** Two things by their places; the first was judged too high against the second. */
    public record Pair(int first, int second) {}

    private static void requireReciprocal(double[][] ratio) {
        for (int i = 0; i < ratio.length; i++) {
            if (ratio[i].length != ratio.length) {
                throw new IllegalArgumentException("not square");
            }
            for (int j = 0; j <= i; j++) {
                double product = ratio[i][j] * ratio[j][i];
                if (!(ratio[i][j] > 0) || !(Math.abs(product - 1) < 1e-9)) {
                    throw new IllegalArgumentException("not reciprocal at " + i + ", " + j);
                }
            }
        }
    }

    private static double[] eigenvector(double[][] ratio) {
        int n = ratio.length;
        var vector = new double[n];
        Arrays.fill(vector, 1.0 / n);
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = times(ratio, vector);
            double sum = Arrays.stream(next).sum();
            double moved = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                moved = Math.max(moved, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (moved < CONVERGED) {
                break;
            }
        }
        return vector;
    }

    private static double eigenvalue(double[][] ratio, double[] vector) {
        var product = times(ratio, vector);
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += product[i] / vector[i];
        }
        return sum / vector.length;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
