package io.throughline.backlog.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @Test
    void higherScoresComeFirstAndThoseWithoutComeLast() {
        var id = new UUID(7, 7);
        var keys = List.of(
                Places.computed(new BigDecimal("12.5"), false, id),
                Places.computed(new BigDecimal("0.604"), false, id),
                Places.computed(new BigDecimal("0.603999"), false, id),
                Places.computed(BigDecimal.ZERO, false, id),
                Places.computed(new BigDecimal("-3"), false, id),
                Places.computed(new BigDecimal("100"), true, id),
                Places.computed(new BigDecimal("1"), true, id),
                Places.computed(null, false, id));
        assertThat(keys).isSorted();
        assertThat(new HashSet<>(keys)).hasSize(keys.size());
    }

    @Test
    void aGapHoldsHundredsOfMovesBeforeItIsFull() {
        var low = Places.computed(new BigDecimal(".5"), false, new UUID(1, 1));
        var high = Places.computed(new BigDecimal(".5"), false, new UUID(1, 2));
        int moves = 0;
        for (var next = Places.between(low, high); next.isPresent(); next = Places.between(low, high)) {
            assertThat(next.get()).isGreaterThan(low).isLessThan(high);
            low = next.get();
            moves++;
        }
        assertThat(moves).isGreaterThan(500);
    }

    /** Random scores, moves, releases and re-scorings, against a plain model of the list. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void movesNeverBreakTheOrder(long seed) {
        var random = new Random(seed);
        var items = new ArrayList<Item>();
        for (int i = 0; i < 40; i++) {
            items.add(new Item(new UUID(random.nextLong() & 0xFFFF_FFFFL, i), random));
        }
        for (int step = 0; step < 400; step++) {
            var item = items.get(random.nextInt(items.size()));
            switch (random.nextInt(4)) {
                case 0 -> item.rescore(random);
                case 1 -> item.pinned = null;
                default -> moveBelow(items, item, random.nextInt(items.size()), seed);
            }
            check(items, seed);
        }
    }

    private static void moveBelow(List<Item> items, Item moved, int index, long seed) {
        var others = new ArrayList<>(items);
        others.remove(moved);
        others.sort(Comparator.comparing(Item::place));
        var before = index == 0 ? null : others.get(index - 1).place();
        var after = index == others.size() ? null : others.get(index).place();
        moved.pinned = Places.between(before, after).orElseThrow();
        others.add(index, moved);
        assertThat(items.stream().sorted(Comparator.comparing(Item::place)).toList())
                .as("one row written puts it exactly there; seed %d", seed)
                .isEqualTo(others);
    }

    private static void check(List<Item> items, long seed) {
        var shown = items.stream().sorted(Comparator.comparing(Item::place)).toList();
        var computed = items.stream().sorted(Comparator.comparing(Item::key)).toList();
        assertThat(items.stream().map(Item::place).distinct().count())
                .as("total order, seed %d", seed)
                .isEqualTo(items.size());
        assertThat(shown.stream().filter(i -> i.pinned == null).toList())
                .as("those without a pin keep the computed order, seed %d", seed)
                .isEqualTo(computed.stream().filter(i -> i.pinned == null).toList());
    }

    private static final class Item {
        private final UUID id;
        private String key = "";
        private String pinned;

        Item(UUID id, Random random) {
            this.id = id;
            rescore(random);
        }

        void rescore(Random random) {
            key = Places.computed(
                    random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(12), 1),
                    random.nextBoolean(),
                    id);
        }

        String key() {
            return key;
        }

        String place() {
            return pinned == null ? key : pinned;
        }
    }
}
