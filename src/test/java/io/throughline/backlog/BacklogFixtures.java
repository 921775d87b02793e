package io.throughline.backlog;

import io.throughline.backlog.evidence.EvidenceStore;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.RankTree;
import io.throughline.backlog.rank.Scoring;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Areas, requirements and evidence of a test's own. */
@Component
public class BacklogFixtures {

    private final Areas areas;
    private final Requirements requirements;
    private final Needs needs;
    private final RequirementRepository stored;
    private final EvidenceStore evidence;
    private final Scoring scoring;
    private final RankTree ranks;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    BacklogFixtures(
            Areas areas,
            Requirements requirements,
            Needs needs,
            RequirementRepository stored,
            EvidenceStore evidence,
            Scoring scoring,
            RankTree ranks,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            JdbcTemplate batch) {
        this.areas = areas;
        this.requirements = requirements;
        this.needs = needs;
        this.stored = stored;
        this.evidence = evidence;
        this.scoring = scoring;
        this.ranks = ranks;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public AreaId area(Viewer pm) {
        return As.viewer(pm, () -> areas.create(Fixtures.unique("Area")));
    }

    public RequirementId requirement(Viewer pm, AreaId area, String title) {
        return As.viewer(
                pm,
                () -> requirements.create(
                        area,
                        RequirementContent.titled(LocalizedText.en(title)).withNoNeedReason("Legal duty"),
                        List.of()));
    }

    public NeedId need(Viewer pm, LocalizedText title) {
        return As.viewer(pm, () -> needs.create(title));
    }

    /** A rating of .3 ± .05, as a survey would have given. */
    @Command
    public void rated(Viewer pm, RequirementId requirement, double rating) {
        evidence.add(requirement, null, surveyVersion(pm), new UUID(1, 1), "item", figures(rating), pm.id());
        scoring.rescore(stored.findById(requirement.value()).orElseThrow());
    }

    static EvidenceFigures figures(double rating) {
        var share = new Estimate(rating, Math.max(0, rating - .05), Math.min(1, rating + .05));
        return new EvidenceFigures(
                "importance-satisfaction-by-choice", 1, 100, 3, false, 30, share, share, null, share, null);
    }

    private UUID surveyVersion(Viewer pm) {
        var survey = Ids.next();
        var version = Ids.next();
        jdbc.sql("""
                insert into survey (id, version, survey_key, owner_id, state, content, created_at, changed_at)
                values (?, 0, concat('T-', left(?, 16)), ?, 'PUBLISHED', '{}', now(6), now(6))
                """)
                .params(
                        survey,
                        Long.toString(survey.getLeastSignificantBits(), 36),
                        pm.id().value())
                .update();
        jdbc.sql("""
                insert into survey_version (id, version, survey_id, number, content, languages, published_at,
                    published_by)
                values (?, 0, ?, 1, '{}', 'en', now(6), ?)
                """).params(version, survey, pm.id().value()).update();
        return version;
    }

    /** Of a requirement in {@link #longList}. */
    static String key(AreaId area, int number) {
        return number + "-" + area.value().toString().substring(24, 36);
    }

    /** Many requirements at once, each with its need and evidence, in the order of their numbers. */
    public AreaId longList(Viewer pm, int size) {
        var area = area(pm);
        var first = requirement(pm, area, "First");
        rated(pm, first, .999);
        var need = As.viewer(pm, () -> need(pm, LocalizedText.en(Fixtures.unique("Need"))));
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
                insert into standing_tally (area_id, state, size)
                select area_id, state, count(*) from standing where area_id = :area and :by is not null group by state
                on duplicate key update size = value(size)
                """, """
                insert into requirement_need (requirement_id, need_id, linked_by, linked_at)
                select id, '%s', :by, utc_timestamp(6) from requirement where area_id = :area and search_text = 'bulk'
                """.formatted(need.value()))) {
            jdbc.sql(sql)
                    .param("area", area.value().toString())
                    .param("by", pm.id().value())
                    .update();
        }
        var version = surveyVersion(pm);
        var evidences = jdbc.sql("select id from requirement where area_id = :area and search_text = 'bulk'")
                .param("area", area.value())
                .query((row, i) -> new Object[] {
                    Ids.next(),
                    Columns.uuid(row, "id"),
                    version,
                    new UUID(1, 1),
                    Rows.json(figures(.5)),
                    pm.id().value()
                })
                .list();
        batch.batchUpdate("""
                insert into evidence (id, requirement_id, survey_version_id, question_id, item_key, people, figures,
                    attached_by, attached_at)
                values (?, ?, ?, ?, 'item', 100, ?, ?, utc_timestamp(6))
                """, evidences);
        transaction.executeWithoutResult(status -> {
            for (var ordering : Ordering.values()) {
                ranks.rebuild(area.value(), ordering);
            }
        });
        return area;
    }
}
