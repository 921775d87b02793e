package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts some hundred responses in one transaction: takes back what was counted of them before, adds what they say now and
 * marks them. One at a time per campaign; what a response says meanwhile is refused to this transaction by the database
 * and counted by the next.
 */
@Component
public class CountingBatch {

    /** Of the cells as they are written. A new one has all campaigns counted anew. */
    private static final int FORM = 2;

    private static final int AT_ONCE = 1000;

    private final CellStore cells;
    private final UncountedResponses uncounted;
    private final VersionContents contents;
    private final JdbcClient jdbc;

    CountingBatch(CellStore cells, UncountedResponses uncounted, VersionContents contents, JdbcClient jdbc) {
        this.cells = cells;
        this.uncounted = uncounted;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** How far a campaign is counted. */
    CellStore.Count state(CampaignId campaign) {
        return cells.count(campaign, FORM);
    }

    /** Whether its cells are of an older form, which nothing reads any more. */
    boolean isOutdated(CellStore.Count state) {
        return state.form() != FORM;
    }

    /** Within a transaction of the caller's: everything is to be counted anew. */
    public void forget(CampaignId campaign) {
        var _ = cells.locked(campaign, FORM);
        cells.forget(campaign, FORM);
    }

    /** Within a transaction of the caller's that has done nothing yet. @return whether there may be more to count */
    boolean count(CampaignId campaign) {
        var before = cells.locked(campaign, FORM);
        if (isOutdated(before)) {
            cells.forget(campaign, FORM);
            return true;
        }
        var due = uncounted.of(campaign, AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        var changed = new Changed(campaign, due);
        uncounted.changes(due, contents.of(version(campaign)).questions()).forEach(changed::each);
        cells.write(campaign, changed.encoded(), before.counted() + 1);
        mark(due);
        cells.counted(campaign, before.counted() + 1);
        return due.size() == AT_ONCE;
    }

    private SurveyVersionId version(CampaignId campaign) {
        return new SurveyVersionId(jdbc.sql("select survey_version_id from campaign where id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .single());
    }

    /** The cells that change, read at first and then in memory. */
    private final class Changed {

        private final Map<CellStore.Place, byte[]> written;
        private final Map<CellStore.Place, Cell> changed = new HashMap<>();

        Changed(CampaignId campaign, List<UncountedResponses.Due> due) {
            var groups = new HashSet<Group>();
            var weeks = new HashSet<LocalDate>();
            due.stream().flatMap(UncountedResponses.Due::both).forEach(one -> {
                groups.add(one.group());
                weeks.add(one.week());
            });
            written = cells.read(campaign, groups, weeks);
        }

        void each(UncountedResponses.Change change) {
            var as = change.as();
            change.applyTo(cell(new CellStore.Place(as.week(), as.group(), change.question()), change.layout()));
        }

        private Cell cell(CellStore.Place place, Layout layout) {
            return changed.computeIfAbsent(place, _ -> {
                var bytes = written.get(place);
                int replicates = Settings.STANDARD.replicates();
                return bytes == null ? new Cell(layout, replicates) : Cell.decoded(layout, replicates, bytes);
            });
        }

        Map<CellStore.Place, byte[]> encoded() {
            return changed.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().encoded()));
        }
    }

    private void mark(List<UncountedResponses.Due> due) {
        var byRevision = due.stream()
                .collect(Collectors.groupingBy(
                        UncountedResponses.Due::revision,
                        TreeMap::new,
                        Collectors.mapping(UncountedResponses.Due::response, Collectors.toList())));
        byRevision.forEach((revision, ids) -> {
            jdbc.sql("""
                            insert into counted_response (response_id, organisation_id, segment, week, hidden)
                            select r.id, coalesce(r.organisation_id, :nil), coalesce(r.segment, ''),
                                   r.week, r.hidden
                            from response r
                            where r.id in (:ids)
                            on duplicate key update organisation_id = values(organisation_id),
                                segment = values(segment), week = values(week), hidden = values(hidden)""").param("nil", Group.NOT_KEPT).param("ids", ids).update();
            jdbc.sql("update response set counted_revision = :revision where id in (:ids)")
                    .param("revision", revision)
                    .param("ids", ids)
                    .update();
        });
    }
}
