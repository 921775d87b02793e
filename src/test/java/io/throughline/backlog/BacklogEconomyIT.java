package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.RankTree;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading the backlog costs the same however long it is: statements, and rows the server reads for them. What grows
 * is the way down the blocks that count ranks, with the logarithm of the length. */
@IntegrationTest
class BacklogEconomyIT {

    private static final int SMALL = 500;
    private static final int LARGE = 4_000;

    /** What a read costs: statements sent, and the sum of the session's {@code Handler_read%}. */
    private record Cost(long statements, long rows) {}

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    Backlog backlog;

    @Autowired
    Requirements requirements;

    @Autowired
    Evidence evidence;

    @Autowired
    Triage triage;

    @Autowired
    Ranking ranking;

    @Autowired
    RankTree ranks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batch;

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
    void ranksAreRightDeepInALongListAndAfterMovesInIt() {
        var area = area(LARGE);
        var last = As.viewer(pm, () -> backlog.page(area, LARGE - 1, 10));
        assertThat(last).extracting(Backlog.Row::rank).containsExactly(LARGE);
        var moved = last.getFirst().id();
        var deep = As.viewer(pm, () -> backlog.page(area, 1999, 1)).getFirst().id();
        As.viewer(pm, () -> ranking.pin(moved, deep, "deep"));
        var place = As.viewer(pm, () -> requirements.detail(moved)).place();
        assertThat(place.rank()).isEqualTo(2001);
        assertThat(place.computedRank()).isEqualTo(LARGE);
        assertThat(As.viewer(pm, () -> backlog.page(area, 2000, 1)))
                .extracting(Backlog.Row::id)
                .containsExactly(moved);
        assertThat(As.viewer(pm, () -> backlog.page(area, new BacklogFilter("", null, false, true), 0, 10)))
                .extracting(Backlog.Row::rank)
                .containsExactly(2001);
    }

    private void list(AreaId area) {
        assertThat(backlog.count(area)).isGreaterThanOrEqualTo(SMALL);
        assertThat(backlog.page(area, 0, 50)).hasSize(50);
    }

    private void open(AreaId area, int number) {
        var id = jdbc.sql("select id from requirement where area_id = :area and req_key = :key")
                .param("area", area.value())
                .param("key", key(area, number))
                .query((row, i) -> new RequirementId(Rows.uuid(row, "id")))
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

    private static String key(AreaId area, int number) {
        return number + "-" + area.value().toString().substring(24, 36);
    }

    /** Many requirements at once, each with its need and evidence. */
    private AreaId area(int size) {
        var area = given.area(pm);
        var first = given.requirement(pm, area, "First");
        given.rated(pm, first, .999);
        var need = As.viewer(pm, () -> given.need(pm, LocalizedText.en(Fixtures.unique("Need"))));
        for (var sql : List.of("""
                insert into requirement (id, version, req_key, area_id, title, statement, fit_criterion, search_text, state,
                    content_version, effort_hours, cost, must, inputs, created_by, created_at)
                with recursive n (i) as (select 0 union all select i + 1 from n where i < 63)
                select uuid(), 0, concat(a.i * 64 + b.i + 2, '-', right(:area, 12)), :area, '{"en":"Bulk"}', '', '', 'bulk', 'PROPOSED',
                    1, 8, 0, 0, '{}', :by, utc_timestamp(6)
                from n a cross join n b where a.i * 64 + b.i + 2 <= %d
                """.formatted(size), """
                insert into standing (requirement_id, area_id, closed, score, evidence_value, evidence_low, evidence_high,
                    evidence_n, computed_key, place, pinned)
                select id, area_id, 0, .5, .5, .4, .6, 100,
                    concat('2', lpad(substring_index(req_key, '-', 1), 6, '0'), 'i'),
                    concat('2', lpad(substring_index(req_key, '-', 1), 6, '0'), 'i'), 0
                from requirement where area_id = :area and search_text = 'bulk' and :by is not null
                """, """
                insert into requirement_need (requirement_id, need_id, linked_by, linked_at)
                select id, '%s', :by, utc_timestamp(6) from requirement where area_id = :area and search_text = 'bulk'
                """.formatted(need.value()))) {
            jdbc.sql(sql)
                    .param("area", area.value().toString())
                    .param("by", pm.id().value())
                    .update();
        }
        var source = As.viewer(pm, () -> evidence.of(first)).getFirst().source();
        var ids = jdbc.sql("select id from requirement where area_id = :area and search_text = 'bulk'")
                .param("area", area.value())
                .query((row, i) -> new Object[] {
                    Ids.next(),
                    Rows.uuid(row, "id"),
                    source.surveyVersion().value(),
                    source.question().value(),
                    Rows.json(BacklogFixtures.figures(.5)),
                    pm.id().value()
                })
                .list();
        batch.batchUpdate("""
                insert into evidence (id, requirement_id, survey_version_id, question_id, item_key, people, figures,
                    attached_by, attached_at)
                values (?, ?, ?, ?, 'item', 100, ?, ?, utc_timestamp(6))
                """, ids);
        transaction.executeWithoutResult(status -> {
            for (var ordering : Ordering.values()) {
                ranks.rebuild(area.value(), ordering);
            }
        });
        return area;
    }

    @Test
    void countingOneStatementSeesOne() {
        var cost = cost(area(SMALL), area -> backlog.count(area));
        assertThat(cost.statements()).isOne();
        assertThat(cost.rows()).isPositive();
    }
}
