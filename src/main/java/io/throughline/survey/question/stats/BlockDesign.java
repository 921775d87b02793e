package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which of t items are shown together: b sets of k items, every item shown r times (b·k = t·r). Where the search finds a
 * balanced incomplete block design, every pair is shown together λ times, λ(t − 1) = r(k − 1); otherwise the pairs are as
 * even as it could make them, and the figures say how even.
 *
 * @param items t, 2 or more
 * @param sets items by their places 0 … t − 1, rising inside a set
 */
public record BlockDesign(int items, List<List<Integer>> sets) {

    public BlockDesign {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /**
     * The design with the fewest sets in which every item is shown at least {@code atLeast} times.
     *
     * @param items 3 or more
     * @param perSet 2 … items − 1
     * @param atLeast 1 or more
     */
    public static BlockDesign of(int items, int perSet, int atLeast) {
        if (items < 3 || perSet < 2 || perSet >= items || atLeast < 1) {
            throw new IllegalArgumentException(items + " items, " + perSet + " a set, " + atLeast + " times");
        }
        int times = fitting(items, perSet, atLeast);
        boolean balanceable = times * (perSet - 1) % (items - 1) == 0 && items * times / perSet >= items;
        return (balanceable ? Development.search(items, perSet, times) : Optional.<BlockDesign>empty())
                .orElseGet(() -> Exchange.evened(items, perSet, times));
    }

    /** The least number of times that fills every set. */
    private static int fitting(int items, int perSet, int atLeast) {
        int times = atLeast;
        while (items * times % perSet != 0) {
            times++;
        }
        return times;
    }

    /** How often each item is shown. */
    public int[] shown() {
        var shown = new int[items];
        sets.forEach(set -> set.forEach(item -> shown[item]++));
        return shown;
    }

    /** How often each two items are shown together; symmetric, zero on the diagonal. */
    public int[][] together() {
        var pairs = new int[items][items];
        for (var set : sets) {
            for (int one : set) {
                for (int other : set) {
                    if (one != other) {
                        pairs[one][other]++;
                    }
                }
            }
        }
        return pairs;
    }

    /** How often the rarest pair is shown together. */
    public int rarestPair() {
        return extreme(true);
    }

    /** How often the commonest pair is shown together. */
    public int commonestPair() {
        return extreme(false);
    }

    /** Whether every pair is shown together equally often, and every item too. */
    public boolean balanced() {
        return rarestPair() == commonestPair()
                && Arrays.stream(shown()).distinct().count() == 1;
    }

    private int extreme(boolean least) {
        var pairs = together();
        int found = pairs[0][1];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                found = least ? Math.min(found, pairs[i][j]) : Math.max(found, pairs[i][j]);
            }
        }
        return found;
    }
}
