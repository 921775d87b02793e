package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one group of people to one question come to. All people of an organisation weigh the same, so sums
 * in which everybody counts once are enough; the organisation's weight comes in when figures are asked for. Whole numbers
 * only: an answer taken back leaves no trace, and the order in which answers come makes no difference.
 */
public final class Cell {

    private final Layout layout;
    private final int replicates;
    private int people;
    private final int[] drawn;
    private final long[] sums;
    private final int[] @Nullable [] resampled;
    private final List<Values> lists = new ArrayList<>();

    /** @param replicates of the Poisson bootstrap */
    public Cell(Layout layout, int replicates) {
        this.layout = layout;
        this.replicates = layout.resampled() == 0 ? 0 : replicates;
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
     * @param measure what it adds
     */
    public void add(Draws draws, Measure measure) {
        change(draws, measure, 1);
    }

    /** Takes back an answer that was counted. */
    public void remove(Draws draws, Measure measure) {
        change(draws, measure, -1);
    }

    private void change(Draws draws, Measure measure, int sign) {
        addPeople(sign);
        if (replicates > 0) {
            draws.add(sign, drawn);
        }
        for (int column = 0; column < sums.length; column++) {
            long amount = sign * measure.amount(column);
            if (amount != 0) {
                sums[column] += amount;
                if (isResampled(column)) {
                    draws.add(Math.toIntExact(amount), replicatesOf(column));
                }
            }
        }
        for (int list = 0; list < lists.size(); list++) {
            var value = measure.value(list);
            if (value != null) {
                addValue(list, value, sign);
            }
        }
    }

    void addPeople(int count) {
        people += count;
    }

    /** How often its people are drawn, replicate by replicate; to be added to. Empty where nothing is resampled. */
    int[] drawn() {
        return drawn;
    }

    void addValue(int list, long value, int count) {
        lists.get(list).add(value, count);
    }

    void addSum(int column, long amount) {
        sums[column] += amount;
    }

    boolean isResampled(int column) {
        return column < layout.resampled();
    }

    /** A column in all replicates, to be added to. */
    int[] replicatesOf(int column) {
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
            if (isResampled(column)) {
                write(out, resampled[column], sums[column]);
            }
        }
        for (var list : lists) {
            var different = list.different().toArray();
            out.write(different.length);
            long before = 0;
            for (long value : different) {
                out.write(value - before);
                out.write(list.count(value));
                before = value;
            }
        }
        return out.bytes();
    }

    /** As distances from the sum, which they lie about. */
    private static void write(Bytes.Out out, int @Nullable [] replicates, long sum) {
        boolean any = replicates != null && Arrays.stream(replicates).anyMatch(weight -> weight != 0);
        out.write(any ? 1 : 0);
        if (replicates != null && any) {
            for (int weight : replicates) {
                out.write(weight - sum);
            }
        }
    }

    /** What {@link #encoded} wrote of a cell of the same layout. */
    public static Cell decoded(Layout layout, int replicates, byte[] bytes) {
        var cell = new Cell(layout, replicates);
        cell.merge(bytes);
        return cell;
    }

    /** Of a cell as {@link #encoded} wrote it. */
    public static int people(byte[] encoded) {
        return (int) new Bytes.In(encoded).read();
    }

    /** Adds another group's answers as {@link #encoded} wrote them, without a cell of their own in between. */
    public void merge(byte[] bytes) {
        var in = new Bytes.In(bytes);
        int more = (int) in.read();
        people += more;
        for (int b = 0; b < replicates; b++) {
            drawn[b] += (int) in.read() + more;
        }
        for (int column = 0; column < sums.length; column++) {
            long sum = in.read();
            sums[column] += sum;
            if (isResampled(column) && in.read() == 1) {
                var into = replicatesOf(column);
                for (int b = 0; b < into.length; b++) {
                    into[b] += (int) (in.read() + sum);
                }
            }
        }
        for (var list : lists) {
            long value = 0;
            for (long left = in.read(); left > 0; left--) {
                value += in.read();
                list.add(value, (int) in.read());
            }
        }
    }
}
