package io.throughline.survey.question.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds base sets whose shifts show every two items together equally often. Items are the elements of a product of
 * cyclic groups, written in mixed radix; one beyond them is a fixed point: shifts leave it where it is. Every pair is
 * a shift of one with item 0, so those decide (R. C. Bose, On the construction of balanced incomplete block designs, 1939).
 */
final class Development {

    private static final int MOST_NODES = 400_000;

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

    /**
     * A base set and what its shifts amount to.
     *
     * @param length how many different sets its shifts are
     * @param pairs by item: in how many of them it stands together with item 0
     */
    private record Orbit(int[] base, int length, int[] pairs) {}

    private Development(int items, List<Integer> moduli, int perSet, int sets, int together) {
        this.items = items;
        this.moduli = moduli;
        group = moduli.stream().reduce(1, (a, b) -> a * b);
        this.perSet = perSet;
        this.sets = sets;
        this.together = together;
        pairs = new int[items];
    }

    /**
     * A balanced design over one of the groups that fit, if a search of bounded length finds one.
     *
     * @param times how often every item is shown; a balanced design must be possible by its counts
     */
    static Optional<BlockDesign> search(int items, int perSet, int times) {
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

    private Optional<BlockDesign> search() {
        collect(new int[perSet], 1);
        nodes = 0;
        return choose(sets) ? Optional.of(design()) : Optional.empty();
    }

    private BlockDesign design() {
        var developed = new ArrayList<List<Integer>>();
        for (var orbit : chosen) {
            IntStream.range(0, group)
                    .mapToObj(
                            by -> Arrays.stream(shifted(orbit.base, by)).boxed().toList())
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
