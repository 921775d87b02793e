package io.throughline.survey.count;

import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static final int MOST_UNCOUNTED = 300;
    private static final int MOST_CAMPAIGNS = 50;
    private static final long MOST_BYTES = 64_000_000;

    private final CellStore store;
    private final UncountedResponses uncounted;
    private final HeldAnswers held;
    private final AnswerCounter counter;
    private final TransactionTemplate reading;
    private final LinkedHashMap<CampaignId, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    CountedCells(
            CellStore store,
            UncountedResponses uncounted,
            HeldAnswers held,
            AnswerCounter counter,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.uncounted = uncounted;
        this.held = held;
        this.counter = counter;
        this.reading = reading(transactions);
    }

    /** What was just counted is newer than what the caller's own transaction may see. */
    static TransactionTemplate reading(PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return reading;
    }

    /** @param counted tells one state of the cells from another, @param bytes of all cells */
    private record Kept(
            long counted,
            Map<CellStore.Place, byte[]> cells,
            List<HeldAnswers.Held> held,
            Map<QuestionId, HeldAnswers.Groups> groups,
            long bytes) {

        KnownCells of(ResultsFilter filter, List<DueResponse> uncounted) {
            var parts = new HashMap<QuestionId, List<Part>>();
            cells.forEach((place, content) -> {
                if (filter.admits(place.group(), place.week())) {
                    parts.computeIfAbsent(place.question(), _ -> new ArrayList<>())
                            .add(new Part(place.group(), content));
                }
            });
            return new KnownCells(counted, parts, uncounted, held, groups);
        }
    }

    /** What is kept of one group's answers to one question. */
    public record Part(Group group, byte[] content) {}

    /**
     * All there is. Few answers that are not counted yet are handed over beside the cells, so that nobody waits for
     * them to be written; many are counted first.
     *
     * @param filter without an answer to another question, of which no cell tells
     * @param progress of the counting, where there is much to count
     */
    KnownCells of(CampaignId campaign, ResultsFilter filter, Progress progress) {
        var state = counter.state(campaign, progress);
        var known = known(campaign);
        if (!state.uncounted() && state.counted() == known.counted()) {
            return known.of(filter, List.of());
        }
        var now = read(campaign, known, filter);
        if (now.uncounted().size() > MOST_UNCOUNTED) {
            counter.count(campaign, progress);
            now = read(campaign, known, filter);
        }
        return now;
    }

    /** Cells and what is missing in them are read as they were at one moment. */
    private KnownCells read(CampaignId campaign, Kept known, ResultsFilter filter) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var now = newer(campaign, known);
            keep(campaign, now);
            return now.of(filter, uncounted.of(campaign, MOST_UNCOUNTED + 1));
        }));
    }

    private Kept newer(CampaignId campaign, Kept known) {
        var state = counter.state(campaign, Progress.UNWATCHED);
        var waiting = held.of(campaign);
        var groups = held.groups(campaign);
        if (state.counted() == known.counted()) {
            return new Kept(known.counted(), known.cells(), waiting, groups, known.bytes());
        }
        boolean stale = known.counted() < state.anew();
        Map<CellStore.Place, byte[]> cells = stale ? new HashMap<>() : new HashMap<>(known.cells());
        store.since(campaign, stale ? 0 : known.counted()).forEach(one -> cells.put(one.place(), one.content()));
        return new Kept(
                state.counted(),
                Map.copyOf(cells),
                waiting,
                groups,
                cells.values().stream().mapToLong(content -> content.length).sum());
    }

    private Kept known(CampaignId campaign) {
        synchronized (kept) {
            return kept.getOrDefault(campaign, new Kept(0, Map.of(), List.of(), Map.of(), 0));
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
