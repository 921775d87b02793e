package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts responses, up to some thousand, in one transaction: takes back what was counted of them before, adds what they say now and
 * marks them. One at a time per campaign; what a response says meanwhile is refused to this transaction by the database
 * and counted by the next.
 */
@Component
public class CountingBatch {

    /** Of the cells as they are written. A new one has all campaigns counted anew. */
    static final int FORM = 5;

    /** So many responses are read together; cells are written once for all there are to count. */
    private static final int READ_AT_ONCE = 1000;

    /** Of many small groups cells would fill the memory: with so many the rest is left to the next transaction. */
    private static final int MOST_CELLS = 10_000;

    private final CellStore cells;
    private final CellsAtHand atHand;
    private final UncountedResponses uncounted;
    private final Journal journal;
    private final CampaignContents contents;
    private final JdbcClient jdbc;
    private volatile boolean closing;

    CountingBatch(
            CellStore cells,
            CellsAtHand atHand,
            UncountedResponses uncounted,
            Journal journal,
            CampaignContents contents,
            JdbcClient jdbc) {
        this.cells = cells;
        this.atHand = atHand;
        this.uncounted = uncounted;
        this.journal = journal;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** Who stops the portal waits for no more than is read together. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
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
        return count(campaign, most, READ_AT_ONCE);
    }

    /** As {@link #count(CampaignId, int)}. @param atOnce so many of them are read together */
    boolean count(CampaignId campaign, int most, int atOnce) {
        var before = cells.locked(campaign, FORM);
        if (isOutdated(before)) {
            forgetCounted(campaign);
            return true;
        }
        var asked = contents.of(campaign);
        var changed = new Changed(campaign, asked.content(), atHand.at(campaign, before.counted()));
        int left = most;
        boolean more;
        do {
            int some = Math.min(left, atOnce);
            var due = uncounted.of(campaign, some);
            var entries = uncounted.entries(due, asked.content().questions());
            changed.all(due, entries);
            if (!asked.anonymous()) {
                journal.add(campaign, asked.content(), entries);
            }
            mark(due);
            left -= due.size();
            more = due.size() == some;
        } while (more && left > 0 && changed.count() < MOST_CELLS && !closing);
        if (left == most) {
            return false;
        }
        var now = changed.encoded();
        cells.write(campaign, now, before.counted() + 1);
        cells.counted(campaign, before.counted() + 1);
        if (!asked.anonymous()) {
            OnceCommitted.run(() -> atHand.counted(campaign, before.counted() + 1, now, asked.content()));
        }
        return more;
    }

    /** The cells that change, read at first and then in memory. */
    private final class Changed {

        private final CampaignId campaign;
        private final Map<QuestionId, Layout> layouts;
        private final @Nullable Map<CellStore.Place, byte[]> known;
        private final Set<CellStore.Spot> read = new HashSet<>();
        private final Map<CellStore.Place, byte[]> written = new ConcurrentHashMap<>();
        private final Map<CellStore.Place, Cell> changed = new ConcurrentHashMap<>();

        /** @param known all cells as they are written, null where they are to be read */
        Changed(CampaignId campaign, SurveyContent content, @Nullable Map<CellStore.Place, byte[]> known) {
            this.campaign = campaign;
            this.known = known;
            layouts = content.questions().stream().collect(Collectors.toMap(Question::id, Question::layout));
        }

        int count() {
            return changed.size();
        }

        /** Question by question, several at once: they share no cell. */
        void all(List<DueResponse> due, List<UncountedResponses.Entry> entries) {
            read(due);
            Stream.concat(Stream.of(UncountedResponses.EVERYBODY), layouts.keySet().stream())
                    .parallel()
                    .forEach(question -> entries.forEach(entry -> {
                        var measure = entry.said().get(question);
                        if (measure != null) {
                            var layout = layouts.getOrDefault(question, Layout.PEOPLE);
                            entry.applyTo(cell(new CellStore.Place(spot(entry.as()), question), layout), measure);
                        }
                    }));
        }

        /** What is not read yet: what was is in memory by now, and newer. */
        private void read(List<DueResponse> due) {
            var unread = due.stream()
                    .flatMap(DueResponse::both)
                    .map(CountingBatch::spot)
                    .filter(read::add)
                    .collect(Collectors.toSet());
            if (!unread.isEmpty()) {
                (known == null ? cells.read(campaign, unread) : known).forEach((place, content) -> {
                    if (unread.contains(place.spot())) {
                        written.put(place, content);
                    }
                });
            }
        }

        private Cell cell(CellStore.Place place, Layout layout) {
            return changed.computeIfAbsent(place, _ -> {
                var bytes = written.get(place);
                int replicates = Settings.STANDARD.replicates();
                return bytes == null ? new Cell(layout, replicates) : Cell.decoded(layout, replicates, bytes);
            });
        }

        /** All cells of the spots where one changed. */
        Map<CellStore.Place, byte[]> encoded() {
            var all = new HashMap<>(written);
            all.putAll(changed.entrySet().parallelStream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().encoded())));
            return all;
        }
    }

    private static CellStore.Spot spot(DueResponse.As as) {
        return new CellStore.Spot(as.week(), as.group());
    }

    private void mark(List<DueResponse> due) {
        var byRevision = due.stream()
                .collect(Collectors.groupingBy(
                        DueResponse::revision,
                        TreeMap::new,
                        Collectors.mapping(DueResponse::response, Collectors.toList())));
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
