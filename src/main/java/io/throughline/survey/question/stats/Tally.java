package io.throughline.survey.question.stats;

import io.throughline.survey.question.stats.Estimate.Interval;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question by organisation, and figures over them. A person of organisation o counts W_o/m_o, m_o being
 * its people who answered this question.
 */
public final class Tally {

    /** Stands for all organisations. */
    private static final UUID TOGETHER = new UUID(0, 0);

    private final Layout layout;
    private final Settings settings;
    private final SortedMap<UUID, Cell> cells = new TreeMap<>();
    private final Map<UUID, Double> voices = new TreeMap<>();
    private final Map<Weighting, Weighed> weighed = new EnumMap<>(Weighting.class);
    private final Map<Double, Double> quantiles = new HashMap<>();
    private final Detail detail;

    public Tally(Layout layout, Settings settings) {
        this(layout, settings, Detail.EVERYTHING);
    }

    private Tally(Layout layout, Settings settings, Detail detail) {
        this.layout = layout;
        this.settings = settings;
        this.detail = detail;
    }

    /** The same answers, of which figures tell so much. */
    public Tally telling(Detail detail) {
        var told = new Tally(layout, settings, detail);
        told.cells.putAll(cells);
        told.voices.putAll(voices);
        return told;
    }

    /** Whether what single people gave may be told, such as the greatest number. */
    public boolean tellsSingles() {
        return detail != Detail.OVERALL;
    }

    /** Counts one answer. */
    public void add(Respondent by, Consumer<Measure> measured) {
        var draws = Draws.of(by.response(), settings);
        change(by.organisation(), by.weight(), cell -> cell.add(draws, Measure.of(layout, measured)));
    }

    /** Counts or takes back what an organisation's people said. @param weight as in {@link #add(UUID, double, Cell)} */
    public void change(UUID organisation, double weight, Consumer<Cell> change) {
        var cell = cells.computeIfAbsent(organisation, _ -> new Cell(layout, settings.replicates()));
        change.accept(cell);
        voices.put(organisation, weight);
        if (cell.people() == 0) {
            cells.remove(organisation);
        }
    }

    /**
     * Counts what is kept of an organisation's answers.
     *
     * @param weight the organisation's frozen weight, ≥ 0
     */
    public void add(UUID organisation, double weight, Cell cell) {
        if (cell.people() > 0) {
            voices.put(organisation, weight);
            cells.computeIfAbsent(organisation, _ -> new Cell(layout, settings.replicates()))
                    .merge(cell);
        }
    }

    /** As {@link #add(UUID, double, Cell)}. @param encoded the cell as {@link Cell#encoded} wrote it */
    public void add(UUID organisation, double weight, byte[] encoded) {
        change(organisation, weight, cell -> cell.merge(encoded));
    }

    /**
     * Nobody's answers where too few answered. Otherwise everybody's: by organisation where enough of each answered, else
     * all together.
     *
     * @param least how many people are enough
     * @param apart whether organisations may be told apart at all
     */
    public Tally ofAtLeast(int least, boolean apart) {
        var told = new Tally(layout, settings.withoutOrganisations());
        if (people() >= least) {
            boolean each = apart && cells.values().stream().allMatch(cell -> cell.people() >= least);
            cells.forEach((organisation, cell) ->
                    told.add(each ? organisation : TOGETHER, each ? voices.getOrDefault(organisation, 1.0) : 1, cell));
        }
        return told;
    }

    public Settings settings() {
        return settings;
    }

    public int people() {
        return cells.values().stream().mapToInt(Cell::people).sum();
    }

    public Size size() {
        int people = people();
        int organisations = cells.size();
        return new Size(
                people, organisations, people < settings.minPeople() || organisations < settings.minOrganisations());
    }

    /** A column over all people, everybody counted once. */
    public long sum(int column) {
        return cells.values().stream().mapToLong(cell -> cell.sum(column)).sum();
    }

    public int count(int column) {
        return Math.toIntExact(sum(column));
    }

    /** Several columns as {@link #count} has them. */
    public List<Integer> counts(int from, int columns) {
        return IntStream.range(from, from + columns).map(this::count).boxed().toList();
    }

    /** All people's values on a list. */
    public Values values(int list) {
        var all = new Values();
        cells.values().forEach(cell -> all.addAll(cell.values(list)));
        return all;
    }

    /** A share of all who answered, with Wilson's interval (Wilson 1927) at the effective n. */
    public ByWeighting share(int hits) {
        return share(cell -> cell.sum(hits), Cell::people);
    }

    /** A share of some of them. @param among the column that counts them */
    public ByWeighting share(int hits, int among) {
        return share(cell -> cell.sum(hits), cell -> cell.sum(among));
    }

    public ByWeighting share(ToLongFunction<Cell> hits) {
        return share(hits, Cell::people);
    }

    private ByWeighting share(ToLongFunction<Cell> hits, ToLongFunction<Cell> among) {
        return each(cell -> Moments.hits(hits.applyAsLong(cell), among.applyAsLong(cell)), together -> {
            double p = together.mean();
            double n = together.effectiveN();
            return new Estimate(p, Numbers.wilson(p, n, -1), Numbers.wilson(p, n, 1), n, Interval.WILSON);
        });
    }

    /**
     * A mean with the t interval at n_e − 1 degrees of freedom, clipped to the scale; the whole scale at n_e ≤ 1.
     *
     * @param least and greatest: the ends of the scale
     */
    public ByWeighting mean(Function<Cell, Moments> values, double least, double greatest) {
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

    /**
     * Σw/Σw²: what brings weighted counts to a sum of the effective number of people; NaN where nobody's voice counts.
     *
     * @param among whom to count at all
     */
    public double scale(Weighting weighting, ToLongFunction<Cell> among) {
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

    /** All columns, each person counted as a weighting has it. */
    public Sums sums(Weighting weighting) {
        return weighed(weighting).whole();
    }

    /**
     * Any other statistic, with the 2.5–97.5 percentiles of its Poisson-bootstrap replicates. Undefined (NaN or infinite)
     * replicates are left out.
     *
     * @param statistic of weighted sums; in replicates only the resampled columns are there
     */
    public ByWeighting bootstrapped(ToDoubleFunction<Sums> statistic) {
        return bootstrapped(1, sums -> new double[] {statistic.applyAsDouble(sums)})
                .getFirst();
    }

    /**
     * Several statistics that are computed together, each as in {@link #bootstrapped(ToDoubleFunction)}.
     *
     * @param figures how many the function returns
     */
    public List<ByWeighting> bootstrapped(int figures, Function<Sums, double[]> statistics) {
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

    private Weighed weighed(Weighting weighting) {
        return weighed.computeIfAbsent(weighting, this::weigh);
    }

    private Weighed weigh(Weighting weighting) {
        var all = new Weighed(layout, settings.replicates());
        cells.forEach((organisation, cell) -> all.add(cell, weight(organisation, cell, weighting)));
        return all;
    }

    /** The figure inside each organisation, in the order of their ids; none where they are not told. */
    public List<OrganisationFigure> byOrganisation(Function<Cell, Moments> values) {
        if (detail != Detail.EVERYTHING) {
            return List.of();
        }
        return cells.entrySet().stream()
                .map(entry -> {
                    var one = values.apply(entry.getValue());
                    return new OrganisationFigure(
                            entry.getKey(), entry.getValue().people(), one.mean(), one.deviation());
                })
                .toList();
    }

    /**
     * Disagreement inside organisations: the pooled standard deviation of single values around their organisation's mean;
     * null where no organisation has two people, and where organisations are not told.
     */
    public @Nullable Double disagreement(Function<Cell, Moments> values) {
        if (detail != Detail.EVERYTHING) {
            return null;
        }
        double squares = 0;
        long degrees = 0;
        for (var cell : cells.values()) {
            var one = values.apply(cell);
            squares += one.squares();
            degrees += Math.max(0, one.people() - 1);
        }
        return degrees == 0 ? null : Math.sqrt(squares / degrees);
    }
}
