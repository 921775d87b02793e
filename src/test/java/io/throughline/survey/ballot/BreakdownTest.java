package io.throughline.survey.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownTest {

    private static final int LEAST = 5;

    @Test
    void who_answered_with_four_of_another_group_is_not_told_by_their_difference() {
        // a1..a4 and b1 were told first, then a5 and b2..b5: what A says less the first step is a5 less b1.
        var people = Map.of("A", Map.of(1, 4, 2, 1), "B", Map.of(1, 1, 2, 4));
        assertThat(Breakdown.areTellable(people, LEAST)).isFalse();
        assertThat(Breakdown.tellable(people, LEAST)).isEmpty();
    }

    @Test
    void groups_told_at_once_or_step_by_step_each_for_itself_are_told() {
        assertThat(Breakdown.tellable(Map.of("A", Map.of(1, 5), "B", Map.of(1, 7)), LEAST))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(Breakdown.tellable(Map.of("A", Map.of(1, 5, 2, 5), "B", Map.of(3, 6)), LEAST))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(Breakdown.tellable(Map.of("A", Map.of(1, 5), "B", Map.of(1, 4)), LEAST))
                .isEmpty();
        assertThat(Breakdown.tellable(Map.of("A", Map.of(1, 9), "B", Map.of(1, 4), "C", Map.of(1, 3)), LEAST))
                .as("B and C are enough together")
                .containsExactly("A");
    }

    @Test
    void large_groups_in_many_mixed_steps_are_told() {
        var random = new Random(1);
        var people = new HashMap<String, Map<Integer, Integer>>();
        for (int person = 0; person < 1_000; person++) {
            people.computeIfAbsent("group " + random.nextInt(4), _ -> new HashMap<>())
                    .merge(person / 5, 1, Integer::sum);
        }
        assertThat(Breakdown.tellable(people, LEAST)).hasSize(4);
    }

    @Test
    void a_hundred_thousand_people_are_looked_through_while_one_waits() {
        var random = new Random(2);
        var people = new HashMap<Integer, Map<Integer, Integer>>();
        for (int person = 0; person < 100_000; person++) {
            people.computeIfAbsent(random.nextInt(200), _ -> new HashMap<>()).merge(person / 20, 1, Integer::sum);
        }
        assertThat(Breakdown.areTellable(people, LEAST)).isTrue();
    }

    /** Every set of steps and groups is one side of a cut. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_sums_and_differences_of_what_is_told_leave_fewer_than_a_group(long seed) {
        var random = new Random(seed);
        int told = 0;
        for (int round = 0; round < 150; round++) {
            var people = people(random);
            var tellable = Breakdown.tellable(people, LEAST);
            told += tellable.size();
            var blocks = new ArrayList<Set<Integer>>();
            var rest = new HashSet<>(people.keySet());
            rest.removeAll(tellable);
            tellable.forEach(group -> blocks.add(Set.of(group)));
            if (!rest.isEmpty()) {
                blocks.add(rest);
            }
            assertThat(smallestCut(people, blocks))
                    .as("seed %d round %d %s", seed, round, people)
                    .isGreaterThanOrEqualTo(LEAST);
            assertThat(Breakdown.areTellable(people, LEAST))
                    .isEqualTo(smallestCut(
                                    people,
                                    people.keySet().stream().map(Set::of).toList())
                            >= LEAST);
        }
        assertThat(told).as("not just by telling nothing").isPositive();
    }

    private static Map<Integer, Map<Integer, Integer>> people(Random random) {
        var people = new HashMap<Integer, Map<Integer, Integer>>();
        int groups = 1 + random.nextInt(4);
        int steps = 1 + random.nextInt(4);
        for (int step = 0; step < steps; step++) {
            int size = LEAST + random.nextInt(20);
            for (int person = 0; person < size; person++) {
                people.computeIfAbsent(random.nextInt(groups), _ -> new HashMap<>())
                        .merge(step, 1, Integer::sum);
            }
        }
        return people;
    }

    /** Of those that part anybody at all. */
    private static int smallestCut(Map<Integer, Map<Integer, Integer>> people, List<Set<Integer>> blocks) {
        int smallest = Integer.MAX_VALUE;
        for (int blockSide = 0; blockSide < 1 << blocks.size(); blockSide++) {
            for (int stepSide = 0; stepSide < 1 << 4; stepSide++) {
                int cut = 0;
                for (int block = 0; block < blocks.size(); block++) {
                    for (var group : blocks.get(block)) {
                        for (var entry : people.getOrDefault(group, Map.of()).entrySet()) {
                            boolean parted = (blockSide >> block & 1) != (stepSide >> entry.getKey() & 1);
                            cut += parted ? entry.getValue() : 0;
                        }
                    }
                }
                if (cut > 0) {
                    smallest = Math.min(smallest, cut);
                }
            }
        }
        return smallest;
    }

    @Test
    void a_group_alone_is_everybody() {
        var steps = new HashMap<Integer, Integer>();
        IntStream.range(0, 6).forEach(step -> steps.put(step, 5));
        assertThat(Breakdown.tellable(Map.of("A", steps), LEAST)).containsExactly("A");
    }
}
