package io.throughline.backlog;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.backlog.priority.Field;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class BacklogIT {

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    Backlog backlog;

    @Autowired
    BacklogSearch search;

    @Autowired
    Ranking ranking;

    @Autowired
    Areas areas;

    @Autowired
    Requirements requirements;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    AreaId area;

    @BeforeEach
    void anArea() {
        pm = fixtures.projectManager();
        area = given.area(pm);
    }

    @Test
    void withoutEvidenceThereIsNoScoreAndAPlaceAtTheEnd() {
        var first = given.requirement(pm, area, "First");
        var scored = given.requirement(pm, area, "Scored");
        given.rated(pm, scored, .3);
        assertThat(list()).extracting(RequirementRow::id).containsExactly(scored, first);
        assertThat(computedRanks()).containsExactly(1, 2);
        assertThat(list().getLast().score()).isNull();
    }

    @Test
    void numbersNobodyMeansAreRefusedAndThoseOfBeforeHinderNoRanking() {
        var id = given.requirement(pm, area, "Far reaching");
        given.rated(pm, id, .3);
        var content = As.viewer(pm, () -> requirements.detail(id)).content();
        refused(
                pm,
                CommonError.OUT_OF_RANGE,
                () -> reworded(id, content.withEstimate(Effort.ofDays(2_000_000_000L), Money.ZERO)));
        refused(
                pm,
                CommonError.OUT_OF_RANGE,
                () -> reworded(id, content.withEstimate(Effort.ZERO, Money.of(10_000_000_000_000L))));
        for (var reach : List.of("1e12", "-1")) {
            refused(
                    pm,
                    CommonError.OUT_OF_RANGE,
                    () -> reworded(
                            id,
                            new RequirementContent(
                                    content.title(),
                                    "",
                                    "",
                                    "Legal duty",
                                    Effort.ZERO,
                                    Money.ZERO,
                                    false,
                                    Map.of("REACH", new BigDecimal(reach)))));
        }
        refused(pm, CommonError.OUT_OF_RANGE, () -> rankedBy(new PriorityMethod.Weighted(Map.of(Field.REACH, 1e9))));

        jdbc.sql("update requirement set inputs = '{\"REACH\": 1e12}' where id = ?")
                .param(id.value())
                .update();
        As.viewer(pm, () -> rankedBy(new PriorityMethod.Weighted(Map.of(Field.REACH, 1e6))));
        assertThat(list().getFirst().score()).isEqualByComparingTo("500000000");
    }

    private long reworded(RequirementId id, RequirementContent wanted) {
        var seen = requirements.detail(id);
        return requirements.reword(id, seen.version(), seen.content(), wanted);
    }

    private int rankedBy(PriorityMethod method) {
        areas.rankBy(area, areas.area(area).version(), method);
        return 1;
    }

    @Test
    void aMoveWritesOneRowAndBothRanksAreShown() {
        var ids = rated(.9, .8, .7, .6, .5, .4);
        var before = places();
        As.viewer(pm, () -> ranking.pin(ids.get(5), ids.get(0), "The council asked for it"));
        var after = places();
        before.entrySet().removeAll(after.entrySet());
        assertThat(before.keySet())
                .as("rows written")
                .containsExactly(ids.get(5).value());

        assertThat(list())
                .extracting(RequirementRow::id)
                .containsExactly(ids.get(0), ids.get(5), ids.get(1), ids.get(2), ids.get(3), ids.get(4));
        var moved = list().get(1);
        assertThat(moved.pinned()).isTrue();
        assertThat(moved.rank()).isEqualTo(2);
        assertThat(moved.computedRank()).isEqualTo(6);
        var place = As.viewer(pm, () -> requirements.detail(ids.get(2))).place();
        assertThat(place.rank()).isEqualTo(4);
        assertThat(place.computedRank()).isEqualTo(3);

        As.viewer(pm, () -> ranking.release(ids.get(5)));
        assertThat(list()).extracting(RequirementRow::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyPageStartsWhereTheOneBeforeEndedWhateverIsPinned() {
        var random = new Random(4711);
        var ids = new ArrayList<RequirementId>();
        for (int i = 0; i < 30; i++) {
            ids.addAll(rated(random.nextInt(8) / 10.0));
        }
        for (int i = 0; i < 10; i++) {
            var moved = ids.get(random.nextInt(ids.size()));
            var below = ids.get(random.nextInt(ids.size()));
            As.viewer(pm, () -> ranking.pin(moved, below, "seed 4711"));
        }
        var whole = list();
        assertThat(whole)
                .extracting(RequirementRow::rank)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 30).boxed().toList());
        for (int offset = 0; offset < 30; offset++) {
            int from = offset;
            assertThat(As.viewer(pm, () -> backlog.page(area, from, 7)))
                    .as("page at %d", offset)
                    .isEqualTo(whole.subList(offset, Math.min(30, offset + 7)));
        }
        for (var row : whole) {
            assertThat(As.viewer(pm, () -> requirements.detail(row.id()))
                            .place()
                            .rank())
                    .isEqualTo(row.rank());
        }
    }

    @Test
    void theComputedRankIsThePositionByScoreAfterAnySequenceOfScorings() {
        var random = new Random(99);
        var ids = rated(.1, .2, .3, .4, .5, .6, .7);
        for (int i = 0; i < 25; i++) {
            given.rated(pm, ids.get(random.nextInt(ids.size())), random.nextInt(10) / 10.0);
            assertThat(computedRanks()).containsExactly(1, 2, 3, 4, 5, 6, 7);
            assertThat(list().stream().map(RequirementRow::score).toList())
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void simultaneousMovesIntoOneGapAllFindAPlace() throws Exception {
        var ids = rated(.9, .8, .7, .6, .5, .4, .3, .2);
        var moves = new ArrayList<Callable<Boolean>>();
        for (var id : ids.subList(2, 8)) {
            moves.add(() -> As.viewer(pm, () -> {
                ranking.pin(id, ids.get(0), "storm");
                return true;
            }));
        }
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done : pool.invokeAll(moves)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(list().getFirst().id()).isEqualTo(ids.get(0));
        assertThat(list().getLast().id()).isEqualTo(ids.get(1));
        assertThat(list().stream().filter(RequirementRow::pinned)).hasSize(6);
    }

    @Test
    void anotherFormulaRanksTheAreaAnew() {
        var small = given.requirement(pm, area, "Small");
        given.rated(pm, small, .5);
        var other = given.requirement(pm, area, "Other");
        given.rated(pm, other, .6);
        var seen = As.viewer(pm, () -> areas.area(area));
        As.viewer(
                pm,
                () -> areas.rankBy(area, seen.version(), new PriorityMethod.Weighted(Map.of(Field.NAMED_SHARE, -1.0))));
        assertThat(list()).extracting(RequirementRow::id).containsExactly(small, other);
        assertThatThrownBy(() -> As.viewer(pm, () -> areas.rankBy(area, seen.version(), new PriorityMethod.IsRating())))
                .hasMessage("CommonError.STALE");
    }

    @Test
    void whatIsDeclinedLeavesTheListAndComesBackByItsScore() {
        var ids = rated(.9, .8, .7);
        var detail = As.viewer(pm, () -> requirements.detail(ids.get(1)));
        assertThatThrownBy(() -> As.viewer(pm, () -> requirements.decline(ids.get(1), detail.version(), " ")))
                .hasMessage("BacklogError.REASON_REQUIRED");
        As.viewer(pm, () -> requirements.decline(ids.get(1), detail.version(), "Another town does it already"));
        assertThat(list()).extracting(RequirementRow::id).containsExactly(ids.get(0), ids.get(2));
        assertThat(computedRanks()).containsExactly(1, 2);
        assertThat(As.viewer(
                        pm,
                        () -> search.first(area, new BacklogFilter("", RequirementState.DECLINED, false, false), 50)))
                .extracting(RequirementRow::id)
                .containsExactly(ids.get(1));
        var declined = As.viewer(pm, () -> requirements.detail(ids.get(1)));
        assertThat(declined.history().getLast().text().in(java.util.Locale.ENGLISH))
                .isEqualTo("Another town does it already");
        As.viewer(pm, () -> requirements.reconsider(ids.get(1), declined.version()));
        assertThat(list()).extracting(RequirementRow::id).containsExactlyElementsOf(ids);
    }

    @Test
    void anAreaOfTheSameNameIsRefused() {
        var name = As.viewer(pm, () -> areas.area(area)).name();
        assertThatThrownBy(() -> As.viewer(pm, () -> areas.create(name)))
                .isInstanceOf(DomainException.class)
                .hasMessage("BacklogError.AREA_NAME_TAKEN");
    }

    private List<RequirementId> rated(double... ratings) {
        var ids = new ArrayList<RequirementId>();
        for (var rating : ratings) {
            var id = given.requirement(pm, area, "Rated " + rating);
            given.rated(pm, id, rating);
            ids.add(id);
        }
        return ids;
    }

    private List<RequirementRow> list() {
        return As.viewer(pm, () -> backlog.page(area, 0, 100));
    }

    private List<Integer> computedRanks() {
        return list().stream()
                .map(row -> As.viewer(pm, () -> requirements.detail(row.id()))
                        .place()
                        .computedRank())
                .toList();
    }

    private Map<java.util.UUID, String> places() {
        var rows = new java.util.HashMap<java.util.UUID, String>();
        jdbc.sql("select requirement_id, concat_ws('|', place, computed_key, pinned) state from standing"
                        + " where area_id = ?")
                .param(area.value())
                .query(row -> {
                    rows.put(row.getObject(1, java.util.UUID.class), row.getString(2));
                });
        return rows;
    }
}
