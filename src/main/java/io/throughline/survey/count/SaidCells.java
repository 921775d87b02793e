package io.throughline.survey.count;

import io.throughline.shared.Progress;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.count.CountedCells.Part;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.JournalPage;
import io.throughline.survey.question.stats.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the answers of those who chose an option of another question come to, group by group: added up from the journal of
 * what was counted. The last ones are kept, and then only what was added to the journal meanwhile is read.
 */
@Component
class SaidCells {

    private static final int PAGES_AT_ONCE = 16;
    private static final long MOST_BYTES = 64_000_000;

    private final Journal journal;
    private final AnswerCounter counter;
    private final UncountedResponses uncounted;
    private final CampaignContents contents;
    private final TransactionTemplate reading;
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    SaidCells(
            Journal journal,
            AnswerCounter counter,
            UncountedResponses uncounted,
            CampaignContents contents,
            PlatformTransactionManager transactions) {
        this.journal = journal;
        this.counter = counter;
        this.uncounted = uncounted;
        this.contents = contents;
        this.reading = CountedCells.reading(transactions);
    }

    /** @param filter with an answer to another question */
    private record Key(CampaignId campaign, ResultsFilter filter) {}

    private record Spot(QuestionId question, Group group) {}

    /**
     * @param counted tells one state of the journal from another
     * @param read entries of it
     */
    private record Kept(long counted, long read, Map<Spot, byte[]> cells) {

        static final Kept NOTHING = new Kept(0, 0, Map.of());

        long bytes() {
            return cells.values().stream().mapToLong(content -> content.length).sum();
        }

        KnownCells known(List<DueResponse> uncounted) {
            var parts = new HashMap<QuestionId, List<Part>>();
            cells.forEach((spot, content) -> parts.computeIfAbsent(spot.question(), _ -> new ArrayList<>())
                    .add(new Part(spot.group(), content)));
            return KnownCells.of(counted, parts, uncounted);
        }
    }

    /**
     * All there is; what is not counted yet as in {@link CountedCells#of}.
     *
     * @param progress of the counting, where there is much to count, and then of the reading
     */
    KnownCells of(CampaignId campaign, ResultsFilter filter, Progress progress) {
        if (uncounted.of(campaign, CountedCells.MOST_UNCOUNTED + 1).size() > CountedCells.MOST_UNCOUNTED) {
            counter.count(campaign, progress.step(0, 2));
        }
        var content = contents.of(campaign).content();
        return Objects.requireNonNull(reading.execute(_ -> {
            var key = new Key(campaign, filter);
            var state = counter.state(campaign, Progress.UNWATCHED);
            var before = kept(key, state);
            var due = uncounted.of(campaign, CountedCells.MOST_UNCOUNTED + 1);
            if (before.counted() == state.counted()) {
                return before.known(due);
            }
            var sum = new Sum(content, filter, before);
            add(campaign, sum, progress.step(1, 2));
            var now = sum.now(state.counted());
            keep(key, now);
            return now.known(due);
        }));
    }

    /** The next pages are read while those before are added up. */
    private void add(CampaignId campaign, Sum sum, Progress progress) {
        int all = (int) journal.length(campaign);
        long from = sum.read;
        var adding = CompletableFuture.<Void>completedFuture(null);
        List<Journal.Page> pages;
        do {
            pages = journal.pages(campaign, from, PAGES_AT_ONCE);
            adding.join();
            progress.at((int) sum.read, all);
            if (!pages.isEmpty()) {
                var read = pages;
                adding = CompletableFuture.runAsync(() -> sum.add(read));
                from = pages.getLast().end();
            }
        } while (pages.size() == PAGES_AT_ONCE);
        adding.join();
        progress.at((int) sum.read, all);
    }

    /** Entries of the journal added up, from where it was left. Several questions are counted at once. */
    private static final class Sum {

        private final Journal.Told told;
        private final ResultsFilter filter;
        private final SaidColumn said;
        private final Kept before;
        private final List<Group> groups = new ArrayList<>();
        private final Map<Group, Integer> numbers = new HashMap<>();
        private final List<Map<Group, Cell>> cells;
        private long read;

        Sum(SurveyContent content, ResultsFilter filter, Kept before) {
            this.told = Journal.Told.of(content);
            this.filter = filter;
            this.said = SaidColumn.of(Objects.requireNonNull(filter.said()), content);
            this.before = before;
            this.read = before.read();
            this.cells = told.questions().stream()
                    .map(_ -> (Map<Group, Cell>) new HashMap<Group, Cell>())
                    .toList();
        }

        void add(List<Journal.Page> pages) {
            pages.forEach(page -> page.places().stream()
                    .filter(this::isWanted)
                    .map(Journal.Place::group)
                    .forEach(group -> numbers.computeIfAbsent(group, _ -> {
                        groups.add(group);
                        return groups.size() - 1;
                    })));
            var some = pages.parallelStream().map(this::chosen).toList();
            IntStream.range(0, told.questions().size())
                    .parallel()
                    .forEach(question ->
                            some.forEach(one -> one.count(question, group -> cell(question, groups.get(group)))));
            for (var page : pages) {
                read = page.end();
            }
        }

        private JournalPage.Chosen chosen(Journal.Page page) {
            int from = (int) Math.max(0, read - page.first());
            var groups = page.places().stream()
                    .mapToInt(place -> isWanted(place) ? Objects.requireNonNull(numbers.get(place.group())) : -1)
                    .toArray();
            return JournalPage.decoded(told.layouts(), page.content())
                    .chosen(told.questions().indexOf(said.question().id()), said.column(), from, groups);
        }

        private boolean isWanted(Journal.Place place) {
            return filter.admits(place.group(), place.week());
        }

        private Cell cell(int question, Group group) {
            return cells.get(question).computeIfAbsent(group, _ -> {
                var layout = told.layouts().get(question);
                int replicates = Settings.STANDARD.replicates();
                var bytes = before.cells().get(new Spot(told.questions().get(question), group));
                return bytes == null ? new Cell(layout, replicates) : Cell.decoded(layout, replicates, bytes);
            });
        }

        Kept now(long counted) {
            var now = new HashMap<>(before.cells());
            for (int question = 0; question < cells.size(); question++) {
                var id = told.questions().get(question);
                cells.get(question).forEach((group, cell) -> now.put(new Spot(id, group), cell.encoded()));
            }
            return new Kept(counted, read, Map.copyOf(now));
        }
    }

    private Kept kept(Key key, CellStore.Count state) {
        synchronized (kept) {
            var known = kept.getOrDefault(key, Kept.NOTHING);
            return known.counted() < state.anew() ? Kept.NOTHING : known;
        }
    }

    private void keep(Key key, Kept now) {
        synchronized (kept) {
            kept.put(key, now);
            long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
            for (var eldest = kept.entrySet().iterator(); eldest.hasNext() && bytes > MOST_BYTES; ) {
                bytes -= eldest.next().getValue().bytes();
                eldest.remove();
            }
        }
    }
}
