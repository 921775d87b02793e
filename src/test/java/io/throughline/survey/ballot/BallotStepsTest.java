package io.throughline.survey.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.Counting;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.ballot.BallotSteps.Place;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallotStepsTest {

    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID SOUTH = new UUID(1, 2);
    private static final UUID EAST = new UUID(1, 3);

    @ParameterizedTest
    @CsvSource({
        "IN_STEPS,0,false,0",
        "IN_STEPS,4,false,0",
        "IN_STEPS,5,false,5",
        "IN_STEPS,9,false,5",
        "IN_STEPS,10,false,10",
        "IN_STEPS,27,false,25",
        "IN_STEPS,0,true,0",
        "IN_STEPS,4,true,0",
        "IN_STEPS,5,true,5",
        "IN_STEPS,7,true,7",
        "AT_CLOSING,5,false,0",
        "AT_CLOSING,500,false,0",
        "AT_CLOSING,4,true,0",
        "AT_CLOSING,5,true,5",
        "AT_CLOSING,503,true,503"
    })
    void whole_steps_are_counted_as_soon_as_they_are_there_or_all_at_closing(
            Counting counting, int waiting, boolean closed, int due) {
        assertThat(BallotSteps.due(counting, 5, waiting, closed)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "5,3", "399,5", "400,5", "401,5", "1003,5", "1003,700", "1500,700"})
    void what_is_held_in_memory_at_once_is_of_a_step_at_least(int count, int step) {
        var all = IntStream.range(0, count).boxed().toList();
        var parts = BallotSteps.parts(all, step);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part)
                        .hasSizeGreaterThanOrEqualTo(step)
                        .hasSizeLessThan(2 * Math.max(step, BallotSteps.AT_ONCE)));
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void whatever_comes_no_step_is_smaller_and_fewer_than_one_are_lost(Counting counting) {
        for (int all = 0; all < 60; all++) {
            int waiting = 0;
            int counted = 0;
            for (int come = 0; come < all; come++) {
                int due = BallotSteps.due(counting, 5, ++waiting, false);
                assertThat(due % 5).isZero();
                waiting -= due;
                counted += due;
            }
            int last = BallotSteps.due(counting, 5, waiting, true);
            assertThat(last).matches(step -> step == 0 || step >= 5);
            int lost = all - counted - last;
            assertThat(lost).isLessThan(5);
            if (counting == Counting.AT_CLOSING && all >= 5) {
                assertThat(lost).isZero();
            }
        }
    }

    @Test
    void an_organisation_is_kept_where_enough_answered_else_the_segment() {
        var places = places(Map.of(NORTH, 3, SOUTH, 2, EAST, 1), Map.of(NORTH, "big", SOUTH, "small", EAST, "small"));
        var kept = BallotSteps.kept(places, 3);
        assertThat(counts(kept))
                .containsOnly(Map.entry(new Place(NORTH, "big"), 3L), Map.entry(new Place(null, "small"), 3L));
    }

    @Test
    void those_left_over_are_enough_or_the_smallest_group_hides_them() {
        var places = places(Map.of(NORTH, 3, SOUTH, 4, EAST, 1), Map.of(NORTH, "a", SOUTH, "b", EAST, "c"));
        assertThat(counts(BallotSteps.kept(places, 3)))
                .containsOnly(Map.entry(new Place(SOUTH, "b"), 4L), Map.entry(new Place(null, null), 4L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_group_complement_or_difference_is_smaller_than_a_step(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var places = new HashMap<UUID, Place>();
            int people = random.nextInt(40);
            for (int one = 0; one < people; one++) {
                int organisation = random.nextInt(8);
                places.put(
                        new UUID(random.nextLong(), random.nextLong()),
                        new Place(new UUID(7, organisation), organisation == 7 ? null : "segment " + organisation % 3));
            }
            var counts = counts(BallotSteps.kept(places, 5));
            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(people);
            if (people >= 5) {
                assertThat(counts)
                        .as("seed %d round %d", seed, round)
                        .allSatisfy((place, all) -> assertThat(all).isGreaterThanOrEqualTo(5));
            }
        }
    }

    @Test
    void a_question_tells_organisations_only_where_enough_of_each_answered_it() {
        var two = given(Map.of(NORTH, 3, SOUTH, 3)).ofAtLeast(3, true);
        assertThat(two.people()).isEqualTo(6);
        assertThat(two.size().organisations()).isEqualTo(2);
        var together = given(Map.of(NORTH, 3, SOUTH, 2)).ofAtLeast(3, true);
        assertThat(together.people()).isEqualTo(5);
        assertThat(together.size().organisations()).isEqualTo(1);
        assertThat(given(Map.of(NORTH, 3, SOUTH, 3)).ofAtLeast(3, false).size().organisations())
                .as("it would tell of a few beside what was told before")
                .isEqualTo(1);
        assertThat(given(Map.of(NORTH, 1, SOUTH, 1)).ofAtLeast(3, true).people())
                .as("too few answered it at all")
                .isZero();
    }

    private static Tally given(Map<UUID, Integer> answered) {
        var question = new Scale(
                QuestionId.next(),
                SurveyFixtures.text("How?"),
                SurveyFixtures.text(""),
                false,
                1,
                5,
                SurveyFixtures.text(""),
                SurveyFixtures.text(""));
        var tally = new Tally(question.layout(), Settings.STANDARD);
        answered.forEach((organisation, people) -> {
            for (int one = 0; one < people; one++) {
                tally.add(
                        new Respondent(UUID.randomUUID(), organisation, 2),
                        question.measured(new Scale.Answer(1)).orElseThrow());
            }
        });
        return tally;
    }

    private static Map<UUID, Place> places(Map<UUID, Integer> people, Map<UUID, String> segments) {
        var places = new HashMap<UUID, Place>();
        people.forEach((organisation, count) -> {
            for (int one = 0; one < count; one++) {
                places.put(UUID.randomUUID(), new Place(organisation, segments.get(organisation)));
            }
        });
        return places;
    }

    private static Map<Place, Long> counts(Map<UUID, Place> kept) {
        return kept.values().stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    }
}
