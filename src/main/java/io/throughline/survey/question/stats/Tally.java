package io.throughline.survey.question.stats;

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
    private final Detail detail;

    /** Null until a figure is asked for, when everybody has been counted. */
    private @Nullable Pooled pooled;

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
        return share(cell -> cell.sum(hits));
    }

    /** A share of some of them. @param among the column that counts them */
    public ByWeighting share(int hits, int among) {
        return pooled().share(cell -> cell.sum(hits), cell -> cell.sum(among));
    }

    public ByWeighting share(ToLongFunction<Cell> hits) {
        return pooled().share(hits, Cell::people);
    }

    /**
     * A mean with the t interval at n_e − 1 degrees of freedom, clipped to the scale; the whole scale at n_e ≤ 1.
     *
     * @param least and greatest: the ends of the scale
     */
    public ByWeighting mean(Function<Cell, Moments> values, double least, double greatest) {
        return pooled().mean(values, least, greatest);
    }

    /**
     * Σw/Σw²: what brings weighted counts to a sum of the effective number of people; NaN where nobody's voice counts.
     *
     * @param among whom to count at all
     */
    public double scale(Weighting weighting, ToLongFunction<Cell> among) {
        return pooled().scale(weighting, among);
    }

    /** All columns, each person counted as a weighting has it. */
    public Sums sums(Weighting weighting) {
        return pooled().weighed(weighting).whole();
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
        return pooled().bootstrapped(figures, statistics);
    }

    private Pooled pooled() {
        if (pooled == null) {
            pooled = new Pooled(layout, settings, cells, voices);
        }
        return pooled;
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
