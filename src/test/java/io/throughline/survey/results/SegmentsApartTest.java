package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SegmentsApartTest {

    private static final long SEED = 20261129;
    private static final int LEAST = 5;

    @Test
    void what_is_left_beside_several_is_large_too() {
        var answered = List.of(of("a", 5), of("b", 6), of("c", 1));
        assertThat(new SegmentsApart(LEAST, 1).of(answered))
                .as("all less either one is large, all less both is one person")
                .containsExactly("b");
        assertThat(new SegmentsApart(LEAST, 1).of(List.of(of("a", 5), of("b", 6))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(new SegmentsApart(LEAST, 2).of(List.of(of("a", 5), of("a", 1), of("b", 9))))
                .as("nine people of one organisation")
                .isEmpty();
    }

    @Test
    void no_segments_told_leave_few() {
        var random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            var all = new ArrayList<SegmentsApart.Answered>();
            for (int one = random.nextInt(12); one >= 0; one--) {
                all.add(of(random.nextInt(5) == 0 ? "" : "s" + random.nextInt(4), 1 + random.nextInt(6)));
            }
            var told = new SegmentsApart(LEAST, 1).of(all);
            assertThat(told).doesNotContain("");
            int left = people(all);
            for (var segment : told) {
                int own = people(all.stream()
                        .filter(one -> one.segment().equals(segment))
                        .toList());
                assertThat(own).as("seed %d, round %d", SEED, round).isGreaterThanOrEqualTo(LEAST);
                left -= own;
            }
            if (!told.isEmpty()) {
                assertThat(left == 0 || left >= LEAST)
                        .as("seed %d, round %d: %d left", SEED, round, left)
                        .isTrue();
            }
        }
    }

    private static int people(List<SegmentsApart.Answered> some) {
        return some.stream().mapToInt(SegmentsApart.Answered::people).sum();
    }

    private static SegmentsApart.Answered of(String segment, int people) {
        return new SegmentsApart.Answered(segment, UUID.randomUUID(), people);
    }
}
