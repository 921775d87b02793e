package io.throughline.survey.question.stats;

import io.throughline.survey.question.stats.Estimate.Interval;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures over the people of all organisations, under each weighting; see {@link Tally}. */
final class Pooled {

    private final Layout layout;
    private final Settings settings;
    private final SortedMap<UUID, Cell> cells;
    private final Map<UUID, Double> voices;
    private final Map<Weighting, Weighed> weighed = new EnumMap<>(Weighting.class);
    private final Map<Double, Double> quantiles = new HashMap<>();

    /** @param voices what each organisation counts */
    Pooled(Layout layout, Settings settings, SortedMap<UUID, Cell> cells, Map<UUID, Double> voices) {
        this.layout = layout;
        this.settings = settings;
        this.cells = cells;
        this.voices = voices;
    }

    /** A share, with Wilson's interval (Wilson 1927) at the effective n. @param among whom to count at all */
    ByWeighting share(ToLongFunction<Cell> hits, ToLongFunction<Cell> among) {
        return each(cell -> Moments.hits(hits.applyAsLong(cell), among.applyAsLong(cell)), together -> {
            double p = together.mean();
            double n = together.effectiveN();
            return new Estimate(p, Numbers.wilson(p, n, -1), Numbers.wilson(p, n, 1), n, Interval.WILSON);
        });
    }

    /** As {@link Tally#mean} has it. */
    ByWeighting mean(Function<Cell, Moments> values, double least, double greatest) {
        return each(values, together -> {
            double mean = together.mean();
            double n = together.effectiveN();
            if (n - 1 < 1e-9) {
                return new Estimate(mean, least, greatest, n, Interval.T);
            }
            double half = quantile(n - 1) * Math.sqrt(together.variance() / (n - 1));
            return new Estimate(mean, Math.max(least, mean - half), Math.min(greatest, mean + half), n, Interval.T);
        });
    }

    /** Mostly the same few: items are answered by the same people. */
    private double quantile(double degrees) {
        return quantiles.computeIfAbsent(degrees, one -> Numbers.studentQuantile(.975, one));
    }

    private ByWeighting each(Function<Cell, Moments> values, Function<Together, Estimate> estimate) {
        var byOrganisation = cells.entrySet().stream()
                .map(entry -> new Inside(entry.getKey(), entry.getValue(), values.apply(entry.getValue())))
                .toList();
        var estimates = new EnumMap<Weighting, Estimate>(Weighting.class);
        for (var weighting : Weighting.values()) {
            var together = together(byOrganisation, weighting);
            if (together != null) {
                estimates.put(weighting, estimate.apply(together));
            }
        }
        return new ByWeighting(
                estimates.get(Weighting.WEIGHTED),
                estimates.get(Weighting.PER_ORGANISATION),
                estimates.get(Weighting.PER_PERSON));
    }

    /** An organisation's figure. */
    private record Inside(UUID organisation, Cell cell, Moments moments) {}

    /** @param variance weighted, around the weighted mean, not yet corrected for n */
    private record Together(double mean, double variance, double effectiveN) {}

    /** Null where nobody's voice counts. */
    private @Nullable Together together(List<Inside> byOrganisation, Weighting weighting) {
        double sum = 0;
        double squares = 0;
        double total = 0;
        for (var inside : byOrganisation) {
            double weight = weight(inside.organisation(), inside.cell(), weighting);
            var one = inside.moments();
            sum += weight * one.people();
            squares += weight * weight * one.people();
            total += weight * one.people() * one.mean();
        }
        if (sum <= 0) {
            return null;
        }
        double mean = total / sum;
        double variance = 0;
        for (var inside : byOrganisation) {
            var one = inside.moments();
            double off = one.mean() - mean;
            variance += weight(inside.organisation(), inside.cell(), weighting)
                    * (one.squares() + one.people() * off * off);
        }
        return new Together(mean, variance / sum, sum * sum / squares);
    }

    /** What one person of an organisation counts. */
    private double weight(UUID organisation, Cell cell, Weighting weighting) {
        double people = cell.people();
        return switch (weighting) {
            case WEIGHTED -> voices.getOrDefault(organisation, 0.0) / people;
            case PER_ORGANISATION -> 1 / people;
            case PER_PERSON -> 1;
        };
    }

    /** As {@link Tally#scale(Weighting, ToLongFunction)} has it. */
    double scale(Weighting weighting, ToLongFunction<Cell> among) {
        double sum = 0;
        double squares = 0;
        for (var entry : cells.entrySet()) {
            double weight = weight(entry.getKey(), entry.getValue(), weighting);
            long people = among.applyAsLong(entry.getValue());
            sum += weight * people;
            squares += weight * weight * people;
        }
        return sum > 0 ? sum / squares : Double.NaN;
    }

    /** As {@link Tally#bootstrapped(int, Function)} has it. */
    List<ByWeighting> bootstrapped(int figures, Function<Sums, double[]> statistics) {
        var weighted = estimates(figures, statistics, Weighting.WEIGHTED);
        var perOrganisation = estimates(figures, statistics, Weighting.PER_ORGANISATION);
        var perPerson = estimates(figures, statistics, Weighting.PER_PERSON);
        return IntStream.range(0, figures)
                .mapToObj(i -> new ByWeighting(weighted[i], perOrganisation[i], perPerson[i]))
                .toList();
    }

    private @Nullable Estimate[] estimates(int figures, Function<Sums, double[]> statistics, Weighting weighting) {
        var sums = weighed(weighting);
        var values = statistics.apply(sums.whole());
        var replicated = new double[figures][settings.replicates()];
        var defined = new int[figures];
        for (var drawn : sums.replicates()) {
            var replicate = statistics.apply(drawn);
            for (int f = 0; f < figures; f++) {
                if (Double.isFinite(replicate[f])) {
                    replicated[f][defined[f]++] = replicate[f];
                }
            }
        }
        var estimates = new @Nullable Estimate[figures];
        for (int f = 0; f < figures; f++) {
            if (Double.isFinite(values[f])) {
                var sorted = Arrays.copyOf(replicated[f], defined[f]);
                Arrays.sort(sorted);
                estimates[f] = sorted.length == 0
                        ? new Estimate(values[f], values[f], values[f], sums.effectiveN(), Interval.BOOTSTRAP)
                        : new Estimate(
                                values[f],
                                Numbers.quantile(sorted, .025),
                                Numbers.quantile(sorted, .975),
                                sums.effectiveN(),
                                Interval.BOOTSTRAP);
            }
        }
        return estimates;
    }

    Weighed weighed(Weighting weighting) {
        return weighed.computeIfAbsent(weighting, this::weigh);
    }

    private Weighed weigh(Weighting weighting) {
        var all = new Weighed(layout, settings.replicates());
        cells.forEach((organisation, cell) -> all.add(cell, weight(organisation, cell, weighting)));
        return all;
    }
}
