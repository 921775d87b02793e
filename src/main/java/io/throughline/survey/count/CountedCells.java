package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the answers to the questions of a campaign come to, group by group, up to the last one submitted. Kept at hand as it
 * is stored: where nothing was counted meanwhile, one small query tells so, else only what changed is read again.
 */
@Component
public class CountedCells {

    private static final int MOST_UNCOUNTED = 300;
    private static final int MOST_CAMPAIGNS = 50;
    private static final long MOST_BYTES = 64_000_000;

    private final CellStore store;
    private final UncountedResponses uncounted;
    private final AnswerCounter counter;
    private final TransactionTemplate reading;
    private final LinkedHashMap<CampaignId, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    CountedCells(
            CellStore store,
            UncountedResponses uncounted,
            AnswerCounter counter,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.uncounted = uncounted;
        this.counter = counter;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // What was just counted is newer than what the caller's own transaction may see.
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param counted tells one state of the cells from another, @param bytes of all cells */
    private record Kept(long counted, Map<CellStore.Place, byte[]> cells, long bytes) {}

    /**
     * All there is up to the last answer submitted.
     *
     * @param counted tells one state of the cells from another
     * @param uncounted what is not in the cells yet
     */
    public record Known(long counted, Map<CellStore.Place, byte[]> cells, List<UncountedResponses.Due> uncounted) {}

    /**
     * All there is. Few answers that are not counted yet are handed over beside the cells, so that nobody waits for
     * them to be written; many are counted first.
     */
    public Known whole(CampaignId campaign) {
        var state = counter.state(campaign);
        var known = known(campaign);
        if (!state.uncounted() && state.counted() == known.counted()) {
            return new Known(known.counted(), known.cells(), List.of());
        }
        var now = read(campaign, known);
        if (now.uncounted().size() > MOST_UNCOUNTED) {
            counter.count(campaign);
            now = read(campaign, known);
        }
        return now;
    }

    /** Cells and what is missing in them are read as they were at one moment. */
    private Known read(CampaignId campaign, Kept known) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var now = newer(campaign, known);
            keep(campaign, now);
            return new Known(now.counted(), now.cells(), uncounted.of(campaign, MOST_UNCOUNTED + 1));
        }));
    }

    /** How many of each organisation have answered, as far as cells tell whom a filter leaves. */
    public Map<UUID, Integer> answered(CampaignId campaign, ResultsFilter filter) {
        var people = new HashMap<UUID, Integer>();
        var now = whole(campaign);
        now.cells().forEach((place, content) -> {
            if (place.question().equals(UncountedResponses.EVERYBODY) && filter.admits(place.group(), place.week())) {
                people.merge(
                        place.group().organisation(),
                        Cell.decoded(Layout.PEOPLE, 0, content).people(),
                        Integer::sum);
            }
        });
        uncounted.changes(now.uncounted(), List.of()).forEach(change -> {
            var group = change.as().group();
            if (filter.admits(group, change.as().week())) {
                people.merge(group.organisation(), change.taken() ? -1 : 1, Integer::sum);
            }
        });
        return people;
    }

    private Kept newer(CampaignId campaign, Kept known) {
        var state = counter.state(campaign);
        if (state.counted() == known.counted()) {
            return known;
        }
        boolean stale = known.counted() < state.anew();
        Map<CellStore.Place, byte[]> cells = stale ? new HashMap<>() : new HashMap<>(known.cells());
        store.since(campaign, stale ? 0 : known.counted()).forEach(one -> cells.put(one.place(), one.content()));
        return new Kept(
                state.counted(),
                Map.copyOf(cells),
                cells.values().stream().mapToLong(content -> content.length).sum());
    }

    private Kept known(CampaignId campaign) {
        synchronized (kept) {
            return kept.getOrDefault(campaign, new Kept(0, Map.of(), 0));
        }
    }

    private void keep(CampaignId campaign, Kept now) {
        synchronized (kept) {
            var before = kept.get(campaign);
            if (before == null || before.counted() < now.counted()) {
                kept.put(campaign, now);
            }
            long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
            for (var eldest = kept.entrySet().iterator();
                    eldest.hasNext() && (kept.size() > MOST_CAMPAIGNS || bytes > MOST_BYTES); ) {
                bytes -= eldest.next().getValue().bytes();
                eldest.remove();
            }
        }
    }
}
