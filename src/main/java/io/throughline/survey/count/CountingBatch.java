package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    static final int FORM = 3;

    private final CellStore cells;
    private final UncountedResponses uncounted;
    private final Journal journal;
    private final CampaignContents contents;
    private final JdbcClient jdbc;

    CountingBatch(
            CellStore cells,
            UncountedResponses uncounted,
            Journal journal,
            CampaignContents contents,
            JdbcClient jdbc) {
        this.cells = cells;
        this.uncounted = uncounted;
        this.journal = journal;
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
        forgetCounted(campaign);
    }

    private void forgetCounted(CampaignId campaign) {
        cells.forget(campaign, FORM);
        journal.forget(campaign);
    }

    /**
     * Within a transaction of the caller's that has done nothing yet.
     *
     * @param most how many responses at once
     * @return whether there may be more to count
     */
    boolean count(CampaignId campaign, int most) {
        var before = cells.locked(campaign, FORM);
        if (isOutdated(before)) {
            forgetCounted(campaign);
            return true;
        }
        var due = uncounted.of(campaign, most);
        if (due.isEmpty()) {
            return false;
        }
        var asked = contents.of(campaign);
        var entries = uncounted.entries(due, asked.content().questions());
        var changed = new Changed(campaign, due, asked.content());
        changed.all(entries);
        cells.write(campaign, changed.encoded(), before.counted() + 1);
        if (!asked.anonymous()) {
            journal.add(campaign, asked.content(), entries);
        }
        mark(due);
        cells.counted(campaign, before.counted() + 1);
        return due.size() == most;
    }

    /** The cells that change, read at first and then in memory. */
    private final class Changed {

        private final Map<CellStore.Place, byte[]> written;
        private final Map<CellStore.Place, Cell> changed = new ConcurrentHashMap<>();
        private final Map<QuestionId, Layout> layouts;

        Changed(CampaignId campaign, List<UncountedResponses.Due> due, SurveyContent content) {
            layouts = content.questions().stream().collect(Collectors.toMap(Question::id, Question::layout));
            var groups = new HashSet<Group>();
            var weeks = new HashSet<LocalDate>();
            due.stream().flatMap(UncountedResponses.Due::both).forEach(one -> {
                groups.add(one.group());
                weeks.add(one.week());
            });
            written = cells.read(campaign, groups, weeks);
        }

        /** Question by question, several at once: they share no cell. */
        void all(List<UncountedResponses.Entry> entries) {
            Stream.concat(Stream.of(UncountedResponses.EVERYBODY), layouts.keySet().stream())
                    .parallel()
                    .forEach(question -> entries.forEach(entry -> {
                        var measure = entry.said().get(question);
                        if (measure != null) {
                            var layout = layouts.getOrDefault(question, Layout.PEOPLE);
                            var place = new CellStore.Place(
                                    entry.as().week(), entry.as().group(), question);
                            entry.applyTo(cell(place, layout), measure);
                        }
                    }));
        }

        private Cell cell(CellStore.Place place, Layout layout) {
            return changed.computeIfAbsent(place, _ -> {
                var bytes = written.get(place);
                int replicates = Settings.STANDARD.replicates();
                return bytes == null ? new Cell(layout, replicates) : Cell.decoded(layout, replicates, bytes);
            });
        }

        Map<CellStore.Place, byte[]> encoded() {
            return changed.entrySet().parallelStream()
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
