package io.throughline.survey.question.stats;

import io.throughline.survey.question.stats.Estimate.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people who answered one question, and figures over them. Person s of organisation o counts W_o/m_o, m_o being its
 * people who answered this question. Values stand in the order of the respondents.
 */
public final class Sample {

    private final List<Respondent> respondents;
    private final Settings settings;
    private final Map<UUID, List<Integer>> membersByOrganisation = new LinkedHashMap<>();
    private final double[] weighted;
    private final double[] perOrganisation;
    private final double[] perPerson;
    private byte @Nullable [][] replicates;

    public Sample(List<Respondent> respondents, Settings settings) {
        this.respondents = List.copyOf(respondents);
        this.settings = settings;
        int n = respondents.size();
        for (int i = 0; i < n; i++) {
            membersByOrganisation
                    .computeIfAbsent(respondents.get(i).organisation(), _ -> new ArrayList<>())
                    .add(i);
        }
        weighted = new double[n];
        perOrganisation = new double[n];
        perPerson = new double[n];
        Arrays.fill(perPerson, 1);
        for (var members : membersByOrganisation.values()) {
            for (int i : members) {
                perOrganisation[i] = 1.0 / members.size();
                weighted[i] = respondents.get(i).weight() / members.size();
            }
        }
    }

    /** A mask that leaves nobody out. */
    public static boolean[] everybody(int n) {
        var mask = new boolean[n];
        Arrays.fill(mask, true);
        return mask;
    }

    public Size size() {
        int people = respondents.size();
        int organisations = membersByOrganisation.size();
        return new Size(
                people, organisations, people < settings.minPeople() || organisations < settings.minOrganisations());
    }

    /**
     * A share with Wilson's interval (Wilson 1927) at the effective n.
     *
     * @param hits 1 or 0 per person
     * @param among whom to count at all
     */
    public ByWeighting share(double[] hits, boolean[] among) {
        return each(weights -> {
            var moments = Moments.of(weights, hits, among);
            if (moments == null) {
                return null;
            }
            double p = moments.mean();
            double n = moments.effectiveN();
            return new Estimate(p, Numbers.wilson(p, n, -1), Numbers.wilson(p, n, 1), n, Interval.WILSON);
        });
    }

    /**
     * A mean with the t interval at n_e − 1 degrees of freedom, clipped to the scale; the whole scale at n_e ≤ 1.
     *
     * @param least and greatest: the ends of the scale
     */
    public ByWeighting mean(double[] values, boolean[] among, double least, double greatest) {
        return each(weights -> {
            var moments = Moments.of(weights, values, among);
            if (moments == null) {
                return null;
            }
            double n = moments.effectiveN();
            if (n - 1 < 1e-9) {
                return new Estimate(moments.mean(), least, greatest, n, Interval.T);
            }
            double half = Numbers.studentQuantile(.975, n - 1) * Math.sqrt(moments.variance() / (n - 1));
            return new Estimate(
                    moments.mean(),
                    Math.max(least, moments.mean() - half),
                    Math.min(greatest, moments.mean() + half),
                    n,
                    Interval.T);
        });
    }

    /**
     * Any other statistic, with the 2.5–97.5 percentiles of its Poisson-bootstrap replicates. Undefined (NaN or infinite)
     * replicates are left out.
     *
     * @param statistic of the people's weights
     */
    public ByWeighting bootstrapped(ToDoubleFunction<double[]> statistic) {
        return bootstrapped(1, weights -> new double[] {statistic.applyAsDouble(weights)})
                .getFirst();
    }

    /**
     * Several statistics that are computed together, each as in {@link #bootstrapped(ToDoubleFunction)}.
     *
     * @param figures how many the function returns
     */
    public List<ByWeighting> bootstrapped(int figures, Function<double[], double[]> statistics) {
        var weighted = estimates(figures, statistics, this.weighted);
        var perOrganisation = estimates(figures, statistics, this.perOrganisation);
        var perPerson = estimates(figures, statistics, this.perPerson);
        return IntStream.range(0, figures)
                .mapToObj(i -> new ByWeighting(weighted[i], perOrganisation[i], perPerson[i]))
                .toList();
    }

    private @Nullable Estimate[] estimates(int figures, Function<double[], double[]> statistics, double[] weights) {
        var values = statistics.apply(weights);
        var replicated = new double[figures][settings.replicates()];
        var defined = new int[figures];
        var drawn = new double[weights.length];
        for (int b = 0; b < settings.replicates(); b++) {
            var counts = replicates()[b];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = weights[i] * counts[i];
            }
            var replicate = statistics.apply(drawn);
            for (int f = 0; f < figures; f++) {
                if (Double.isFinite(replicate[f])) {
                    replicated[f][defined[f]++] = replicate[f];
                }
            }
        }
        var estimates = new @Nullable Estimate[figures];
        double n = Moments.effectiveN(weights);
        for (int f = 0; f < figures; f++) {
            if (Double.isFinite(values[f])) {
                var sorted = Arrays.copyOf(replicated[f], defined[f]);
                Arrays.sort(sorted);
                estimates[f] = sorted.length == 0
                        ? new Estimate(values[f], values[f], values[f], n, Interval.BOOTSTRAP)
                        : new Estimate(
                                values[f],
                                Numbers.quantile(sorted, .025),
                                Numbers.quantile(sorted, .975),
                                n,
                                Interval.BOOTSTRAP);
            }
        }
        return estimates;
    }

    /** What each person counts, in the order of the respondents. */
    public double[] weights(Weighting weighting) {
        return switch (weighting) {
            case WEIGHTED -> weighted.clone();
            case PER_ORGANISATION -> perOrganisation.clone();
            case PER_PERSON -> perPerson.clone();
        };
    }

    /** NaN where nobody counts. */
    public static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** The mean inside each organisation, every person counted once. */
    public List<OrganisationFigure> byOrganisation(double[] values) {
        var figures = new ArrayList<OrganisationFigure>();
        membersByOrganisation.forEach((organisation, members) -> {
            double mean = mean(values, members);
            double deviation =
                    members.size() < 2 ? 0 : Math.sqrt(squares(values, members, mean) / (members.size() - 1));
            figures.add(new OrganisationFigure(organisation, members.size(), mean, deviation));
        });
        return figures;
    }

    /**
     * Disagreement inside organisations: the pooled standard deviation of single values around their organisation's mean;
     * null where no organisation has two people.
     */
    public @Nullable Double disagreement(double[] values) {
        double squares = 0;
        int degrees = 0;
        for (var members : membersByOrganisation.values()) {
            squares += squares(values, members, mean(values, members));
            degrees += members.size() - 1;
        }
        return degrees == 0 ? null : Math.sqrt(squares / degrees);
    }

    private static double mean(double[] values, List<Integer> members) {
        return members.stream().mapToDouble(i -> values[i]).sum() / members.size();
    }

    private static double squares(double[] values, List<Integer> members, double mean) {
        return members.stream()
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
    }

    private ByWeighting each(Function<double[], @Nullable Estimate> figure) {
        return new ByWeighting(figure.apply(weighted), figure.apply(perOrganisation), figure.apply(perPerson));
    }

    private byte[][] replicates() {
        var known = replicates;
        if (known == null) {
            known = new byte[settings.replicates()][respondents.size()];
            for (int b = 0; b < known.length; b++) {
                for (int i = 0; i < known[b].length; i++) {
                    known[b][i] = (byte) Poisson.weight(respondents.get(i).response(), b);
                }
            }
            replicates = known;
        }
        return known;
    }

    /** @param variance weighted, around the weighted mean, not yet corrected for n */
    private record Moments(double mean, double variance, double effectiveN) {

        static @Nullable Moments of(double[] weights, double[] values, boolean[] among) {
            double sum = 0;
            double squares = 0;
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                if (among[i]) {
                    sum += weights[i];
                    squares += weights[i] * weights[i];
                    total += weights[i] * values[i];
                }
            }
            if (sum <= 0) {
                return null;
            }
            double mean = total / sum;
            double variance = 0;
            for (int i = 0; i < weights.length; i++) {
                if (among[i]) {
                    variance += weights[i] * (values[i] - mean) * (values[i] - mean);
                }
            }
            return new Moments(mean, variance / sum, sum * sum / squares);
        }

        static double effectiveN(double[] weights) {
            double sum = Arrays.stream(weights).sum();
            double squares = Arrays.stream(weights).map(w -> w * w).sum();
            return squares > 0 ? sum * sum / squares : 0;
        }
    }
}
