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
import io.throughline.survey.question.stats.Seats;
import io.throughline.survey.question.stats.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the answers of those who chose an option of another question come to, group by group: added up from the journal of
 * what was counted. The last ones are kept, and then only what was added to the journal meanwhile is read.
 */
@Component
class SaidCells {

    private static final long MOST_BYTES = 64_000_000;

    private final Journal journal;
    private final JournalReading pages;
    private final AnswerCounter counter;
    private final UncountedResponses uncounted;
    private final CampaignContents contents;
    private final TransactionTemplate reading;
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, .75f, true);

    SaidCells(
            Journal journal,
            JournalReading pages,
            AnswerCounter counter,
            UncountedResponses uncounted,
            CampaignContents contents,
            PlatformTransactionManager transactions) {
        this.journal = journal;
        this.pages = pages;
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
     * @param read entries of full pages
     * @param cells of these
     * @param open cells of what is on pages that were not full
     */
    private record Kept(long counted, long read, Map<Spot, byte[]> cells, Map<Spot, byte[]> open) {

        static final Kept NOTHING = new Kept(0, 0, Map.of(), Map.of());

        long bytes() {
            return Stream.of(cells, open)
                    .flatMap(some -> some.values().stream())
                    .mapToLong(content -> content.length)
                    .sum();
        }

        KnownCells known(List<DueResponse> uncounted) {
            var parts = new HashMap<QuestionId, List<Part>>();
            for (var some : List.of(cells, open)) {
                some.forEach((spot, content) -> parts.computeIfAbsent(spot.question(), _ -> new ArrayList<>())
                        .add(new Part(spot.group(), content)));
            }
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
        var key = new Key(campaign, filter);
        for (var watched = progress.step(1, 2); true; watched = again(progress)) {
            var now = Objects.requireNonNull(reading.execute(_ -> now(campaign)));
            long counted = now.state().counted();
            var before = kept(key, now.state());
            if (before.counted() == counted) {
                return before.known(now.due());
            }
            if (before.counted() < counted) {
                var content = contents.of(campaign).content();
                var full = new Sum(content, filter, before.cells());
                add(campaign, full, before.read(), now.full(), watched);
                var open = new Sum(content, filter, Map.of());
                open.add(now.open());
                // What was read is of no use if everything was counted anew meanwhile.
                if (state(campaign).anew() == now.state().anew()) {
                    var after = new Kept(counted, now.full(), full.encoded(), open.encoded());
                    keep(key, after);
                    return after.known(now.due());
                }
            }
        }
    }

    /** Progress never goes back. */
    private static Progress again(Progress progress) {
        return (_, all) -> progress.step(1, 2).at(all, all);
    }

    /**
     * What there was at one moment.
     *
     * @param full entries on full pages of the journal, which never change
     * @param open its other pages
     * @param due what is not counted
     */
    private record Now(CellStore.Count state, long full, List<Journal.Page> open, List<DueResponse> due) {}

    private Now now(CampaignId campaign) {
        var state = counter.state(campaign, Progress.UNWATCHED);
        long length = journal.length(campaign);
        return new Now(
                state,
                Journal.full(length),
                journal.open(campaign, length),
                uncounted.of(campaign, CountedCells.MOST_UNCOUNTED + 1));
    }

    private CellStore.Count state(CampaignId campaign) {
        return Objects.requireNonNull(reading.execute(_ -> counter.state(campaign, Progress.UNWATCHED)));
    }

    private void add(CampaignId campaign, Sum sum, long from, long end, Progress progress) {
        progress.at((int) from, (int) end);
        pages.read(campaign, from, end, some -> {
            sum.add(some);
            progress.at((int) some.getLast().end(), (int) end);
        });
    }

    /** Pages of the journal added up. Several questions are counted at once. */
    private static final class Sum {

        private final Journal.Told told;
        private final ResultsFilter filter;
        private final SaidColumn said;
        private final Map<Spot, byte[]> before;
        private final List<Group> groups = new ArrayList<>();
        private final Map<JournalPlaces.Place, Integer> numbers = new HashMap<>();
        private final List<Map<Group, Cell>> cells;

        /** @param before what they are added to */
        Sum(SurveyContent content, ResultsFilter filter, Map<Spot, byte[]> before) {
            this.told = Journal.Told.of(content);
            this.filter = filter;
            this.said = SaidColumn.of(Objects.requireNonNull(filter.said()), content);
            this.before = before;
            this.cells = told.questions().stream()
                    .map(_ -> (Map<Group, Cell>) new HashMap<Group, Cell>())
                    .toList();
        }

        void add(List<Journal.Page> pages) {
            var groups = pages.stream().map(this::groups).toList();
            var seats = Seats.of(IntStream.range(0, pages.size())
                    .parallel()
                    .mapToObj(page -> chosen(pages.get(page), groups.get(page)))
                    .toList());
            IntStream.range(0, told.questions().size())
                    .parallel()
                    .forEach(question -> seats.count(question, group -> cell(question, this.groups.get(group))));
        }

        /** By place, the number of its group; −1 where the filter leaves it out. */
        private int[] groups(Journal.Page page) {
            return page.places().inOrder().stream()
                    .mapToInt(place -> numbers.computeIfAbsent(place, this::number))
                    .toArray();
        }

        private int number(JournalPlaces.Place place) {
            if (!filter.admits(place.group(), place.week())) {
                return -1;
            }
            int known = groups.indexOf(place.group());
            if (known < 0) {
                groups.add(place.group());
            }
            return known < 0 ? groups.size() - 1 : known;
        }

        private JournalPage.Chosen chosen(Journal.Page page, int[] groups) {
            return JournalPage.decoded(told.layouts(), page.content())
                    .chosen(told.questions().indexOf(said.question().id()), said.column(), groups);
        }

        private Cell cell(int question, Group group) {
            return cells.get(question).computeIfAbsent(group, _ -> {
                var layout = told.layouts().get(question);
                int replicates = Settings.STANDARD.replicates();
                var bytes = before.get(new Spot(told.questions().get(question), group));
                return bytes == null ? new Cell(layout, replicates) : Cell.decoded(layout, replicates, bytes);
            });
        }

        Map<Spot, byte[]> encoded() {
            var now = new HashMap<>(before);
            for (int question = 0; question < cells.size(); question++) {
                var id = told.questions().get(question);
                cells.get(question).forEach((group, cell) -> now.put(new Spot(id, group), cell.encoded()));
            }
            return Map.copyOf(now);
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
            kept.merge(key, now, (one, other) -> one.counted() > other.counted() ? one : other);
            long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
            for (var eldest = kept.entrySet().iterator(); eldest.hasNext() && bytes > MOST_BYTES; ) {
                bytes -= eldest.next().getValue().bytes();
                eldest.remove();
            }
        }
    }
}
