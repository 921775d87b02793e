package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Deals items evenly, then lets two change places between two sets wherever that evens out the pairs. */
final class Exchange {

    /** The same request gives the same design. */
    private static final long SEED = 20_251_011;

    private static final int STARTS = 8;
    private static final int SWEEPS = 400;

    private final int items;
    private final List<List<Integer>> sets;
    private final int[][] pairs;
    private final Random random;

    private Exchange(int items, List<List<Integer>> sets, Random random) {
        this.items = items;
        this.sets = sets;
        this.random = random;
        pairs = new BlockDesign(items, sets).together();
    }

    /** The evenest design of some starts; there always is one. */
    static BlockDesign evened(int items, int perSet, int times) {
        var random = new Random(SEED);
        BlockDesign best = null;
        long least = Long.MAX_VALUE;
        for (int start = 0; start < STARTS && least > 0; start++) {
            var exchange = new Exchange(items, dealt(items, perSet, times, random), random);
            long uneven = exchange.even();
            if (uneven < least) {
                least = uneven;
                best = exchange.design();
            }
        }
        return Objects.requireNonNull(best);
    }

    /** Every item {@code times} times, no item twice in a set. */
    private static List<List<Integer>> dealt(int items, int perSet, int times, Random random) {
        int sets = items * times / perSet;
        var left = new int[items];
        Arrays.fill(left, times);
        var dealt = new ArrayList<List<Integer>>();
        for (int s = 0; s < sets; s++) {
            var order = new ArrayList<Integer>();
            for (int item = 0; item < items; item++) {
                order.add(item);
            }
            Collections.shuffle(order, random);
            // Who is still owed most comes first: so nobody is left over for the last sets.
            order.sort((a, b) -> Integer.compare(left[b], left[a]));
            var set = new ArrayList<>(order.subList(0, perSet));
            set.forEach(item -> left[item]--);
            dealt.add(set);
        }
        return dealt;
    }

    private BlockDesign design() {
        return new BlockDesign(
                items, sets.stream().map(set -> set.stream().sorted().toList()).toList());
    }

    /** @return how far the pairs are from the evenest possible, 0 if they can't be evener */
    private long even() {
        double temperature = 1;
        for (int sweep = 0; sweep < SWEEPS && uneven() > 0; sweep++) {
            for (int move = 0; move < items * sets.size(); move++) {
                exchange(temperature);
            }
            temperature *= .97;
        }
        return uneven();
    }

    private void exchange(double temperature) {
        var one = sets.get(random.nextInt(sets.size()));
        var other = sets.get(random.nextInt(sets.size()));
        int here = random.nextInt(one.size());
        int there = random.nextInt(other.size());
        int mine = one.get(here);
        int yours = other.get(there);
        if (one == other || one.contains(yours) || other.contains(mine)) {
            return;
        }
        long before = together(one, here, mine) + together(other, there, yours);
        move(one, here, mine, yours);
        move(other, there, yours, mine);
        // Half of what the sum of the squared pair counts changes by: Σ(p + 1)² − p² over the pairs that come, less
        // Σp² − (p − 1)² over those that go.
        long change = together(one, here, yours) + together(other, there, mine) - before;
        if (change > 0 && random.nextDouble() >= Math.exp(-change / Math.max(temperature, 1e-9))) {
            move(one, here, yours, mine);
            move(other, there, mine, yours);
        }
    }

    /** How often an item is shown with its neighbours in a set, all together. */
    private long together(List<Integer> set, int at, int item) {
        long sum = 0;
        for (int i = 0; i < set.size(); i++) {
            if (i != at) {
                sum += pairs[item][set.get(i)];
            }
        }
        return sum;
    }

    private void move(List<Integer> set, int at, int out, int in) {
        for (int i = 0; i < set.size(); i++) {
            if (i != at) {
                int neighbour = set.get(i);
                pairs[out][neighbour]--;
                pairs[neighbour][out]--;
                pairs[in][neighbour]++;
                pairs[neighbour][in]++;
            }
        }
        set.set(at, in);
    }

    private long uneven() {
        long squares = 0;
        long total = 0;
        int count = items * (items - 1) / 2;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                squares += (long) pairs[i][j] * pairs[i][j];
                total += pairs[i][j];
            }
        }
        long low = total / count;
        long above = total - low * count;
        return squares - (above * (low + 1) * (low + 1) + (count - above) * low * low);
    }
}
