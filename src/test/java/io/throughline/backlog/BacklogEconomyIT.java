package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Viewer;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading the backlog costs the same however long it is: statements, and rows the server reads for them. What grows
 * is the way down the blocks that count ranks, with the logarithm of the length. */
@IntegrationTest
class BacklogEconomyIT {

    private static final int SMALL = 500;
    private static final int LARGE = 4_000;

    /** Lists that nothing is moved in, by their length: making one takes longer than reading it. */
    private static final Map<Integer, AreaId> READ_ONLY = new HashMap<>();

    /** What a read costs: statements sent, and the sum of the session's {@code Handler_read%}. */
    private record Cost(long statements, long rows) {}

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    Backlog backlog;

    @Autowired
    BacklogSearch search;

    @Autowired
    Requirements requirements;

    @Autowired
    Evidence evidence;

    @Autowired
    Triage triage;

    @Autowired
    Ranking ranking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Viewer pm;

    @BeforeEach
    void somebody() {
        pm = fixtures.projectManager();
    }

    @Test
    void theFirstPageWithItsCountCostsTheSameHoweverLongTheListIs() {
        var small = cost(area(SMALL), this::list);
        var large = cost(area(LARGE), this::list);
        assertThat(small.statements()).isEqualTo(large.statements()).isLessThanOrEqualTo(3);
        assertThat((double) large.rows() / small.rows())
                .as("%s against %s", large, small)
                .isLessThanOrEqualTo(1.5);
    }

    @Test
    void openingARequirementCostsTheSameHoweverLongTheListIs() {
        var small = cost(area(SMALL), area -> open(area, SMALL / 2));
        var large = cost(area(LARGE), area -> open(area, LARGE / 2));
        assertThat(small.statements()).isEqualTo(large.statements()).isLessThanOrEqualTo(6);
        assertThat((double) large.rows() / small.rows())
                .as("%s against %s", large, small)
                .isLessThanOrEqualTo(1.5);
    }

    @Test
    void aPageOfWhatWasFoundCostsTheSameHoweverMuchThatIsAndWhereverItStands() {
        var small = cost(area(SMALL), area -> found(area, SMALL / 2));
        var large = cost(area(LARGE), area -> found(area, LARGE / 2));
        assertThat(small.statements()).isEqualTo(large.statements()).isEqualTo(3);
        assertThat((double) large.rows() / small.rows())
                .as("%s against %s", large, small)
                .isLessThanOrEqualTo(1.5);
    }

    /** With its counts, behind a place seen before, and the last one. */
    private void found(AreaId area, int number) {
        var proposed = new BacklogFilter("", RequirementState.PROPOSED, false, false);
        var counts = search.counts(area, proposed);
        var behind = "2%06di".formatted(number);
        assertThat(search.page(area, proposed, counts, new BacklogSearch.From(behind, 0, false), 50))
                .hasSize(50);
        assertThat(search.page(area, proposed, counts, new BacklogSearch.From(null, 0, true), 50))
                .last()
                .extracting(RequirementRow::rank)
                .isEqualTo(counts.of(RequirementState.PROPOSED));
    }

    @Test
    void ranksAreRightDeepInALongListAndAfterMovesInIt() {
        var area = given.longList(pm, LARGE);
        var last = As.viewer(pm, () -> backlog.page(area, LARGE - 1, 10));
        assertThat(last).extracting(RequirementRow::rank).containsExactly(LARGE);
        var moved = last.getFirst().id();
        var deep = As.viewer(pm, () -> backlog.page(area, 1999, 1)).getFirst().id();
        As.viewer(pm, () -> ranking.pin(moved, deep, "deep"));
        var place = As.viewer(pm, () -> requirements.detail(moved)).place();
        assertThat(place.rank()).isEqualTo(2001);
        assertThat(place.computedRank()).isEqualTo(LARGE);
        assertThat(As.viewer(pm, () -> backlog.page(area, 2000, 1)))
                .extracting(RequirementRow::id)
                .containsExactly(moved);
        assertThat(As.viewer(pm, () -> search.first(area, new BacklogFilter("", null, false, true), 10)))
                .extracting(RequirementRow::rank)
                .containsExactly(2001);
    }

    private void list(AreaId area) {
        assertThat(backlog.count(area)).isGreaterThanOrEqualTo(SMALL);
        assertThat(backlog.page(area, 0, 50)).hasSize(50);
    }

    private void open(AreaId area, int number) {
        var id = jdbc.sql("select id from requirement where area_id = :area and req_key = :key")
                .param("area", area.value())
                .param("key", BacklogFixtures.key(area, number))
                .query((row, i) -> new RequirementId(Columns.uuid(row, "id")))
                .single();
        var shown = requirements.detail(id);
        assertThat(shown.place().rank()).isEqualTo(number);
        assertThat(shown.needs()).hasSize(1);
        assertThat(evidence.of(id)).hasSize(1);
        assertThat(triage.behind(id, 3)).isEmpty();
    }

    private interface Read {
        void of(AreaId area);
    }

    /** Read once before, so that what is read once in a lifetime doesn't count. */
    private Cost cost(AreaId area, Read read) {
        return As.viewer(
                pm,
                () -> transaction.execute(status -> {
                    read.of(area);
                    var before = status();
                    read.of(area);
                    var after = status();
                    // Reading the counters is a statement and reads rows, too; the same on either side.
                    var idle = status();
                    return new Cost(
                            after.statements() - before.statements() - (idle.statements() - after.statements()),
                            after.rows() - before.rows() - (idle.rows() - after.rows()));
                }));
    }

    private Cost status() {
        return jdbc.sql("""
                select sum(if(variable_name = 'COM_SELECT', variable_value, 0)) statements,
                    sum(if(variable_name like 'HANDLER_READ%', variable_value, 0)) read_rows
                from information_schema.session_status
                """)
                .query((row, i) -> new Cost(row.getLong(1), row.getLong(2)))
                .single();
    }

    private AreaId area(int size) {
        return READ_ONLY.computeIfAbsent(size, any -> given.longList(pm, any));
    }

    @Test
    void countingOneStatementSeesOne() {
        var cost = cost(area(SMALL), area -> backlog.count(area));
        assertThat(cost.statements()).isOne();
        assertThat(cost.rows()).isPositive();
    }
}
