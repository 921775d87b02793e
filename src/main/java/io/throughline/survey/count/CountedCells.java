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
import java.util.stream.Stream;
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
    private final CampaignContents contents;
    private final TransactionTemplate reading;
    private final LinkedHashMap<CampaignId, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    CountedCells(
            CellStore store,
            UncountedResponses uncounted,
            HeldAnswers held,
            AnswerCounter counter,
            CampaignContents contents,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.uncounted = uncounted;
        this.held = held;
        this.counter = counter;
        this.contents = contents;
        this.reading = reading(transactions);
    }

    /** What was just counted is newer than what the caller's own transaction may see. */
    static TransactionTemplate reading(PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return reading;
    }

    /** @param counted tells one state of the cells from another, @param bytes of all cells and sums */
    private record Kept(
            long counted,
            Map<CellStore.Place, byte[]> cells,
            SettledWeeks settled,
            List<HeldAnswers.Held> held,
            Map<QuestionId, HeldAnswers.Groups> groups,
            long bytes) {

        static final Kept NOTHING = new Kept(0, Map.of(), SettledWeeks.NONE, List.of(), Map.of(), 0);

        KnownCells of(ResultsFilter filter, List<DueResponse> uncounted) {
            var parts = new HashMap<QuestionId, List<Part>>();
            if (filter.isOfAllWeeks()) {
                settled.forEach(cells, (question, group, content) -> {
                    if (filter.admits(group)) {
                        add(parts, question, group, content);
                    }
                });
            } else {
                cells.forEach((place, content) -> {
                    if (filter.admits(place.group(), place.week())) {
                        add(parts, place.question(), place.group(), content);
                    }
                });
            }
            return new KnownCells(counted, parts, uncounted, held, groups);
        }

        private static void add(Map<QuestionId, List<Part>> parts, QuestionId question, Group group, byte[] content) {
            parts.computeIfAbsent(question, _ -> new ArrayList<>()).add(new Part(group, content));
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
        var asked = contents.of(campaign);
        var waiting = asked.anonymous() ? held.of(campaign) : List.<HeldAnswers.Held>of();
        var groups = asked.anonymous() ? held.groups(campaign) : Map.<QuestionId, HeldAnswers.Groups>of();
        if (state.counted() == known.counted()) {
            return new Kept(known.counted(), known.cells(), known.settled(), waiting, groups, known.bytes());
        }
        var before = known.counted() < state.anew() ? Kept.NOTHING : known;
        var cells = new HashMap<>(before.cells());
        var changed = store.since(campaign, before.counted());
        changed.forEach(one -> cells.put(one.place(), one.content()));
        var settled = before.settled()
                .next(cells, changed.stream().map(CellStore.Written::place).toList(), asked.content());
        return new Kept(
                state.counted(),
                Map.copyOf(cells),
                settled,
                waiting,
                groups,
                Stream.concat(cells.values().stream(), settled.sums().values().stream())
                        .mapToLong(content -> content.length)
                        .sum());
    }

    private Kept known(CampaignId campaign) {
        synchronized (kept) {
            return kept.getOrDefault(campaign, Kept.NOTHING);
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
