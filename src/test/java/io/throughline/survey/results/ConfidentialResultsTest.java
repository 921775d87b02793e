package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.OrganisationId;
import io.throughline.survey.Turnout;
import io.throughline.survey.design.SurveyAccess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfidentialResultsTest {

    private static final long SEED = 20261129;

    @Test
    void large_segments_are_told_and_the_others_together() {
        assertThat(told(of("a", 2, 2, 2), of("b", 3, 1, 1), of("c", 1, 1), of("d", 3)))
                .containsExactly("a 6", "b 5", " 5");
    }

    @Test
    void a_segment_of_few_people_or_of_few_organisations_is_not_told() {
        assertThat(told(of("a", 3, 3, 3), of("b", 2, 1, 1), of("c", 4, 4)))
                .as("four people of three; eight of two")
                .containsExactly("a 9", " 12");
    }

    @Test
    void the_smallest_is_not_told_beside_few_others() {
        assertThat(told(of("a", 5, 5, 5), of("b", 2, 2, 2), of("c", 1)))
                .as("all less the others would be one")
                .containsExactly("a 15", " 7");
        assertThat(told(of("a", 5, 5, 5), of("c", 1))).containsExactly(" 16");
        assertThat(told(of("a", 5, 5, 5), of("c", 0)))
                .as("nor that one has not answered")
                .containsExactly(" 15");
    }

    @Test
    void whoever_has_no_segment_is_among_the_others() {
        assertThat(told(of("a", 5, 5, 5), of("", 2, 2, 2))).containsExactly("a 15", " 6");
    }

    @Test
    void nobody_is_lost_and_every_line_is_large_unless_it_is_the_only_one() {
        var random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            var all = new ArrayList<Turnout>();
            int segments = 1 + random.nextInt(5);
            for (int segment = 0; segment < segments; segment++) {
                for (int one = random.nextInt(6); one >= 0; one--) {
                    all.add(row("s" + segment, random.nextInt(4)));
                }
            }
            var told = ConfidentialResults.turnout(all);
            assertThat(sum(told)).as("seed %d, round %d", SEED, round).isEqualTo(sum(all));
            if (told.size() > 1) {
                for (var line : told) {
                    var own = all.stream()
                            .filter(row -> line.segment().isEmpty()
                                    ? told.stream()
                                            .noneMatch(other -> other.segment().equals(row.segment()))
                                    : line.segment().equals(row.segment()))
                            .toList();
                    assertThat(sum(own))
                            .as("seed %d, round %d", SEED, round)
                            .isEqualTo(line.answered())
                            .isGreaterThanOrEqualTo(SurveyAccess.SMALLEST_GROUP);
                    assertThat(own.stream().filter(row -> row.answered() > 0).count())
                            .isGreaterThanOrEqualTo(ConfidentialResults.FEWEST_ORGANISATIONS);
                }
            }
        }
    }

    private static int sum(List<Turnout> rows) {
        return rows.stream().mapToInt(Turnout::answered).sum();
    }

    @SafeVarargs
    private static List<String> told(List<Turnout>... segments) {
        return ConfidentialResults.turnout(
                        List.of(segments).stream().flatMap(List::stream).toList())
                .stream()
                .map(row -> row.segment() + " " + row.answered())
                .toList();
    }

    private static List<Turnout> of(String segment, int... answered) {
        return java.util.Arrays.stream(answered)
                .mapToObj(people -> row(segment, people))
                .toList();
    }

    private static Turnout row(String segment, int answered) {
        return new Turnout(
                new OrganisationId(UUID.randomUUID()), "Some", segment, BigDecimal.ONE, answered + 1, 0, answered);
    }
}
