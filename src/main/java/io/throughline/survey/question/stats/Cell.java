package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one group of people to one question come to. All people of an organisation weigh the same, so sums
 * in which everybody counts once are enough; the organisation's weight comes in when figures are asked for. Whole numbers
 * only: an answer taken back leaves no trace, and the order in which answers come makes no difference.
 */
public final class Cell {

    private final Layout layout;
    private final int replicates;
    private final Measure measure;
    private int people;
    private final int[] drawn;
    private final long[] sums;
    private final int[] @Nullable [] resampled;
    private final List<Values> lists = new ArrayList<>();

    /** @param replicates of the Poisson bootstrap */
    public Cell(Layout layout, int replicates) {
        this.layout = layout;
        this.replicates = layout.resampled() == 0 ? 0 : replicates;
        measure = new Measure(layout);
        drawn = new int[this.replicates];
        sums = new long[layout.columns()];
        resampled = new int[layout.resampled()] @Nullable [];
        for (int at = 0; at < layout.lists(); at++) {
            lists.add(new Values());
        }
    }

    /**
     * Counts an answer.
     *
     * @param draws how often its response is drawn in each replicate
     * @param measured says what it adds
     */
    public void add(Draws draws, Consumer<Measure> measured) {
        change(draws, measured, 1);
    }

    /** Takes back an answer that was counted. */
    public void remove(Draws draws, Consumer<Measure> measured) {
        change(draws, measured, -1);
    }

    private void change(Draws draws, Consumer<Measure> measured, int sign) {
        measure.clear();
        measured.accept(measure);
        people += sign;
        for (int column = 0; column < sums.length; column++) {
            sums[column] += sign * measure.amount(column);
        }
        measure.values().forEach((list, value) -> lists.get(list).add(value, sign));
        if (replicates > 0) {
            draw(drawn, draws, sign);
            for (int column = 0; column < layout.resampled(); column++) {
                int amount = sign * Math.toIntExact(measure.amount(column));
                if (amount != 0) {
                    draw(replicatesOf(column), draws, amount);
                }
            }
        }
    }

    private static void draw(int[] into, Draws draws, int amount) {
        for (int b = 0; b < into.length; b++) {
            into[b] += amount * draws.in(b);
        }
    }

    private int[] replicatesOf(int column) {
        var known = resampled[column];
        if (known == null) {
            known = new int[replicates];
            resampled[column] = known;
        }
        return known;
    }

    /** Adds another group's answers to the same question. */
    public void merge(Cell other) {
        people += other.people;
        for (int b = 0; b < replicates; b++) {
            drawn[b] += other.drawn[b];
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] += other.sums[column];
        }
        for (int column = 0; column < layout.resampled(); column++) {
            var more = other.resampled[column];
            if (more != null) {
                var into = replicatesOf(column);
                for (int b = 0; b < replicates; b++) {
                    into[b] += more[b];
                }
            }
        }
        for (int at = 0; at < lists.size(); at++) {
            lists.get(at).addAll(other.lists.get(at));
        }
    }

    /** People whose answers count. */
    public int people() {
        return people;
    }

    public long sum(int column) {
        return sums[column];
    }

    public Values values(int list) {
        return lists.get(list);
    }

    /** People in a replicate, as often as they were drawn. */
    int drawn(int replicate) {
        return drawn[replicate];
    }

    /** A column in all replicates; null where it is 0 in all of them. */
    int @Nullable [] replicates(int column) {
        return resampled[column];
    }

    /** In the form that is stored. */
    public byte[] encoded() {
        var out = new Bytes.Out();
        out.write(people);
        for (int weight : drawn) {
            out.write(weight - people);
        }
        for (int column = 0; column < sums.length; column++) {
            out.write(sums[column]);
            if (column < layout.resampled()) {
                write(out, resampled[column], sums[column]);
            }
        }
        for (var list : lists) {
            out.write(list.counts().size());
            long before = 0;
            for (var entry : list.counts().entrySet()) {
                out.write(entry.getKey() - before);
                out.write(entry.getValue());
                before = entry.getKey();
            }
        }
        return out.bytes();
    }

    /** As distances from the sum, which they lie about. */
    private static void write(Bytes.Out out, int @Nullable [] replicates, long sum) {
        out.write(replicates == null ? 0 : 1);
        if (replicates != null) {
            for (int weight : replicates) {
                out.write(weight - sum);
            }
        }
    }

    /** What {@link #encoded} wrote of a cell of the same layout. */
    public static Cell decoded(Layout layout, int replicates, byte[] bytes) {
        var in = new Bytes.In(bytes);
        var cell = new Cell(layout, replicates);
        cell.people = (int) in.read();
        for (int b = 0; b < cell.replicates; b++) {
            cell.drawn[b] = (int) in.read() + cell.people;
        }
        for (int column = 0; column < cell.sums.length; column++) {
            cell.sums[column] = in.read();
            if (column < layout.resampled() && in.read() == 1) {
                var into = cell.replicatesOf(column);
                for (int b = 0; b < into.length; b++) {
                    into[b] = (int) (in.read() + cell.sums[column]);
                }
            }
        }
        for (var list : cell.lists) {
            long value = 0;
            for (long left = in.read(); left > 0; left--) {
                value += in.read();
                list.add(value, (int) in.read());
            }
        }
        return cell;
    }
}
