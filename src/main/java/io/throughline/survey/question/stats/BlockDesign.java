package io.throughline.survey.question.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of t items are shown together: b sets of k items, every item shown r times (b·k = t·r). Where the search finds a
 * balanced incomplete block design, every pair is shown together λ times, λ(t − 1) = r(k − 1); otherwise the pairs are as
 * even as it could make them, and the figures say how even.
 *
 * @param items t, 2 or more
 * @param sets items by their places 0 … t − 1, rising inside a set
 */
public record BlockDesign(int items, List<List<Integer>> sets) {

    /** The same request gives the same design. */
    private static final long SEED = 20_251_011;

    private static final int MOST_NODES = 400_000;
    private static final int SWEEPS = 400;

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
        int times = atLeast;
        while (items * times % perSet != 0) {
            times++;
        }
        int sets = items * times / perSet;
        boolean balanceable = times * (perSet - 1) % (items - 1) == 0 && sets >= items;
        return (balanceable ? developed(items, perSet, times) : Optional.<BlockDesign>empty())
                .orElse(evened(items, perSet, times));
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

    // --- Balanced: base sets developed over a group, with or without a fixed point (Bose 1939) ----------------------

    private static Optional<BlockDesign> developed(int items, int perSet, int times) {
        int sets = items * times / perSet;
        int together = times * (perSet - 1) / (items - 1);
        return Stream.of(items, items - 1)
                .flatMap(order -> Stream.of(List.of(order), primes(order)).distinct())
                .map(group -> new Development(items, group, perSet, sets, together).search())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Integer> primes(int number) {
        var factors = new ArrayList<Integer>();
        int rest = number;
        for (int factor = 2; rest > 1; factor++) {
            for (; rest % factor == 0; rest /= factor) {
                factors.add(factor);
            }
        }
        return factors;
    }

    /**
     * A base set and what its shifts amount to.
     *
     * @param length how many different sets its shifts are
     * @param pairs by item: in how many of them it stands together with item 0
     */
    private record Orbit(int[] base, int length, int[] pairs) {}

    /**
     * Finds base sets whose shifts show every two items together equally often. Items are the elements of a product of
     * cyclic groups, written in mixed radix; one beyond them is a fixed point: shifts leave it where it is. Every pair is
     * a shift of one with item 0, so those decide.
     */
    private static final class Development {

        private final int items;
        private final List<Integer> moduli;
        private final int group;
        private final int perSet;
        private final int sets;
        private final int together;
        private final List<Orbit> orbits = new ArrayList<>();
        private final Deque<Orbit> chosen = new ArrayDeque<>();
        private final int[] pairs;
        private int nodes;

        Development(int items, List<Integer> moduli, int perSet, int sets, int together) {
            this.items = items;
            this.moduli = moduli;
            group = moduli.stream().reduce(1, (a, b) -> a * b);
            this.perSet = perSet;
            this.sets = sets;
            this.together = together;
            pairs = new int[items];
        }

        Optional<BlockDesign> search() {
            collect(new int[perSet], 1);
            nodes = 0;
            return choose(sets) ? Optional.of(design()) : Optional.empty();
        }

        private BlockDesign design() {
            var developed = new ArrayList<List<Integer>>();
            for (var orbit : chosen) {
                IntStream.range(0, group)
                        .mapToObj(by ->
                                Arrays.stream(shifted(orbit.base, by)).boxed().toList())
                        .distinct()
                        .forEach(developed::add);
            }
            return new BlockDesign(items, developed);
        }

        /** Base sets hold item 0, and of the shifts of a set the first in order stands for all. */
        private void collect(int[] set, int filled) {
            if (nodes++ > MOST_NODES) {
                return;
            }
            if (filled == perSet) {
                if (isFirstOfItsShifts(set)) {
                    var orbit = orbit(set.clone());
                    if (Arrays.stream(orbit.pairs).allMatch(count -> count <= together)) {
                        orbits.add(orbit);
                    }
                }
                return;
            }
            for (int item = set[filled - 1] + 1; item <= items - (perSet - filled); item++) {
                set[filled] = item;
                collect(set, filled + 1);
            }
        }

        private boolean isFirstOfItsShifts(int[] set) {
            return Arrays.stream(set)
                    .filter(item -> item > 0 && item < group)
                    .noneMatch(item -> Arrays.compare(shifted(set, minus(0, item)), set) < 0);
        }

        private int[] shifted(int[] set, int by) {
            return Arrays.stream(set)
                    .map(item -> item < group ? minus(item, minus(0, by)) : item)
                    .sorted()
                    .toArray();
        }

        private int minus(int one, int other) {
            int difference = 0;
            int unit = 1;
            for (int modulus : moduli) {
                difference += Math.floorMod(one / unit % modulus - other / unit % modulus, modulus) * unit;
                unit *= modulus;
            }
            return difference;
        }

        private Orbit orbit(int[] base) {
            int repeats = (int) IntStream.range(0, group)
                    .filter(by -> Arrays.equals(shifted(base, by), base))
                    .count();
            var counts = new int[items];
            for (int one : base) {
                for (int other : base) {
                    if (one != other && one < group) {
                        counts[other < group ? minus(other, one) : other]++;
                    }
                }
            }
            return new Orbit(
                    base,
                    group / repeats,
                    Arrays.stream(counts).map(count -> count / repeats).toArray());
        }

        private boolean choose(int left) {
            int missing = firstMissing();
            if (missing < 0) {
                return left == 0;
            }
            for (var orbit : orbits) {
                if (nodes++ > MOST_NODES) {
                    return false;
                }
                if (orbit.pairs[missing] > 0 && orbit.length <= left && fits(orbit)) {
                    count(orbit, 1);
                    chosen.addLast(orbit);
                    if (choose(left - orbit.length)) {
                        return true;
                    }
                    chosen.removeLast();
                    count(orbit, -1);
                }
            }
            return false;
        }

        private int firstMissing() {
            for (int other = 1; other < items; other++) {
                if (pairs[other] < together) {
                    return other;
                }
            }
            return -1;
        }

        private boolean fits(Orbit orbit) {
            for (int other = 1; other < items; other++) {
                if (pairs[other] + orbit.pairs[other] > together) {
                    return false;
                }
            }
            return true;
        }

        private void count(Orbit orbit, int by) {
            for (int other = 1; other < items; other++) {
                pairs[other] += by * orbit.pairs[other];
            }
        }
    }

    // --- Near-balanced: dealt evenly, then two items change places wherever that evens out the pairs -----------------

    private static BlockDesign evened(int items, int perSet, int times) {
        var random = new Random(SEED);
        BlockDesign best = null;
        long least = Long.MAX_VALUE;
        for (int start = 0; start < 8 && least > 0; start++) {
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

    /** Evens out pairs by exchanging two items between two sets. */
    private static final class Exchange {

        private final int items;
        private final List<List<Integer>> sets;
        private final int[][] pairs;
        private final Random random;

        Exchange(int items, List<List<Integer>> sets, Random random) {
            this.items = items;
            this.sets = sets;
            this.random = random;
            pairs = new BlockDesign(items, sets).together();
        }

        BlockDesign design() {
            return new BlockDesign(
                    items,
                    sets.stream().map(set -> set.stream().sorted().toList()).toList());
        }

        /** @return how far the pairs are from the evenest possible, 0 if they can't be evener */
        long even() {
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
            // Half of what the sum of the squared pair counts changes by: Σ(p + 1)² − p² over those that come, less Σp²
            // −
            // (p − 1)² over those that go.
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
}
