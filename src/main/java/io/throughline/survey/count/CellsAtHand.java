package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cells of the campaigns last looked at, as they are stored. Who looks, and who counts, reads only what another server
 * changed meanwhile.
 */
@Component
class CellsAtHand {

    private static final int MOST_CAMPAIGNS = 50;
    private static final long MOST_BYTES = 64_000_000;

    private final LinkedHashMap<CampaignId, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    /** @param counted tells one state of the cells from another, @param bytes of all cells and sums */
    record Kept(
            long counted,
            Map<CellStore.Place, byte[]> cells,
            SettledWeeks settled,
            List<HeldAnswers.Held> held,
            Map<QuestionId, HeldAnswers.Groups> groups,
            long bytes) {

        static final Kept NOTHING = new Kept(0, Map.of(), SettledWeeks.NONE, List.of(), Map.of(), 0);

        KnownCells of(ResultsFilter filter, List<DueResponse> uncounted) {
            var parts = new HashMap<QuestionId, List<CountedCells.Part>>();
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

        private static void add(
                Map<QuestionId, List<CountedCells.Part>> parts, QuestionId question, Group group, byte[] content) {
            parts.computeIfAbsent(question, _ -> new ArrayList<>()).add(new CountedCells.Part(group, content));
        }

        /** @param changed cells that are not as they were, or were not there, when so much was counted */
        Kept with(long counted, Map<CellStore.Place, byte[]> changed, SurveyContent content) {
            var now = new HashMap<>(cells);
            now.putAll(changed);
            var sums = settled.next(now, changed.keySet(), content);
            long bytes = Stream.concat(now.values().stream(), sums.sums().values().stream())
                    .mapToLong(cell -> cell.length)
                    .sum();
            return new Kept(counted, Map.copyOf(now), sums, held, groups, bytes);
        }

        Kept with(List<HeldAnswers.Held> held, Map<QuestionId, HeldAnswers.Groups> groups) {
            return new Kept(counted, cells, settled, held, groups, bytes);
        }
    }

    /** All cells as they are when so much is counted; null where they are not known. */
    @Nullable
    Map<CellStore.Place, byte[]> at(CampaignId campaign, long counted) {
        synchronized (kept) {
            var known = kept.get(campaign);
            return known != null && known.counted() == counted ? known.cells() : null;
        }
    }

    /**
     * Something more was counted, and is committed. Of campaigns nobody looked at nothing is kept.
     *
     * @param counted how many times something was counted by now
     * @param changed the cells that are not as they were the time before
     */
    void counted(CampaignId campaign, long counted, Map<CellStore.Place, byte[]> changed, SurveyContent content) {
        Kept before;
        synchronized (kept) {
            before = kept.get(campaign);
        }
        if (before != null && before.counted() == counted - 1) {
            keep(campaign, before.with(counted, changed, content));
        }
    }

    /** The last state known, perhaps of nothing at all. */
    Kept of(CampaignId campaign) {
        synchronized (kept) {
            return kept.getOrDefault(campaign, Kept.NOTHING);
        }
    }

    void keep(CampaignId campaign, Kept now) {
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
