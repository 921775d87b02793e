package io.throughline.survey.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.Group;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Weeks added up say what the weeks say, whatever changes in which of them. */
class SettledWeeksTest {

    private static final long SEED = 20261129;
    private static final int REPLICATES = Settings.STANDARD.replicates();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final Layout LAYOUT = SurveyFixtures.POINTS.layout();

    private final Random random = new Random(SEED);
    private final Map<CellStore.Place, byte[]> cells = new HashMap<>();
    private SettledWeeks settled = SettledWeeks.NONE;

    @Test
    void sums_and_the_newest_week_are_all_weeks_together() {
        for (int state = 0; state < 200; state++) {
            // Mostly the newest week goes on; sometimes an earlier one changes, and now and then another begins.
            int weeks = 1 + state / 40;
            var changed = new ArrayList<CellStore.Place>();
            for (int one = random.nextInt(3); one >= 0; one--) {
                int week = random.nextInt(4) > 0 ? weeks - 1 : random.nextInt(weeks);
                var group = new Group(new UUID(1, random.nextInt(3)), "some");
                var place = new CellStore.Place(
                        new CellStore.Spot(FIRST.plusWeeks(week), group), SurveyFixtures.POINTS.id());
                cells.put(place, more(cells.get(place)));
                changed.add(place);
            }
            var before = settled;
            settled = settled.next(cells, changed, SurveyFixtures.content());
            assertThat(told()).as("seed %d, state %d", SEED, state).isEqualTo(expected());
            if (changed.stream().allMatch(place -> place.week().equals(before.newest()))) {
                assertThat(settled).as("nothing is added up again").isSameAs(before);
            }
        }
    }

    private byte[] more(byte[] before) {
        int points = random.nextInt(101);
        var cell = before == null ? new Cell(LAYOUT, REPLICATES) : Cell.decoded(LAYOUT, REPLICATES, before);
        cell.add(
                Draws.of(new UUID(random.nextLong(), random.nextLong()), Settings.STANDARD),
                Measure.of(
                        LAYOUT,
                        SurveyFixtures.POINTS
                                .measured(SurveyFixtures.points(points, 100 - points))
                                .orElseThrow()));
        return cell.encoded();
    }

    private Map<Group, String> told() {
        var parts = new HashMap<Group, List<byte[]>>();
        settled.forEach(cells, (question, group, content) -> {
            assertThat(question).isEqualTo(SurveyFixtures.POINTS.id());
            parts.computeIfAbsent(group, _ -> new ArrayList<>()).add(content);
        });
        assertThat(parts.values()).allSatisfy(some -> assertThat(some).hasSizeLessThanOrEqualTo(2));
        return together(parts);
    }

    private Map<Group, String> expected() {
        var parts = new HashMap<Group, List<byte[]>>();
        cells.forEach((place, content) ->
                parts.computeIfAbsent(place.group(), _ -> new ArrayList<>()).add(content));
        return together(parts);
    }

    private static Map<Group, String> together(Map<Group, List<byte[]>> parts) {
        var sums = new HashMap<Group, String>();
        parts.forEach((group, some) -> {
            var sum = new Cell(LAYOUT, REPLICATES);
            some.forEach(sum::merge);
            sums.put(group, Arrays.toString(sum.encoded()));
        });
        return sums;
    }
}
