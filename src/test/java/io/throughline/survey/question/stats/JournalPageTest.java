package io.throughline.survey.question.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added up from pages is what would have been counted entry by entry. */
class JournalPageTest {

    /** A choice of three, then amounts of all kinds: small, below nothing, usual ones other than 0, and very large. */
    private static final List<Layout> LAYOUTS =
            List.of(new Layout(3, 0, 0), new Layout(4, 3, 2), Layout.PEOPLE, new Layout(0, 0, 1));

    private static final int PLACES = 7;

    /** Two of the places are left out; of the others some are added up together. */
    private static final int[] GROUPS = {0, 1, -1, 0, 2, 2, -1};

    private static final int SAID = 1;

    private record Made(Random random) {

        List<JournalEntries.Entry> entries(int count) {
            var entries = new ArrayList<JournalEntries.Entry>();
            for (int i = 0; i < count; i++) {
                // Who was counted and then taken back is there twice.
                boolean again = !entries.isEmpty() && random.nextInt(5) == 0;
                var before = again ? entries.get(random.nextInt(entries.size())) : null;
                entries.add(
                        before != null && !before.taken()
                                ? new JournalEntries.Entry(before.response(), before.place(), true, before.said())
                                : new JournalEntries.Entry(
                                        new UUID(random.nextLong(), i), random.nextInt(PLACES), false, said()));
            }
            return entries;
        }

        List<@Nullable Measure> said() {
            var said = new ArrayList<@Nullable Measure>();
            said.add(Measure.of(LAYOUTS.get(0), into -> into.count(random.nextInt(3))));
            said.add(
                    random.nextInt(10) == 0
                            ? null
                            : Measure.of(LAYOUTS.get(1), into -> {
                                into.add(0, random.nextInt(4) == 0 ? random.nextInt(3) : 4);
                                into.add(1, random.nextInt(7) - 3);
                                into.add(3, Math.round(random.nextGaussian() * (1L << 40)));
                                into.value(0, random.nextInt(100));
                                if (random.nextBoolean()) {
                                    into.value(1, random.nextLong());
                                }
                            }));
            said.add(Measure.of(Layout.PEOPLE, _ -> {}));
            said.add(
                    random.nextBoolean()
                            ? null
                            : Measure.of(LAYOUTS.get(3), into -> into.value(0, -random.nextInt(9))));
            return said;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 130, 1000})
    void pagesAddUpToWhatTheirEntriesSay(int count) {
        for (long seed = 1; seed <= 5; seed++) {
            var entries = new Made(new Random(seed)).entries(count);
            var page = stored(JournalPage.of(LAYOUTS, JournalEntries.of(entries)));

            assertThat(summed(List.of(page))).as("seed %d", seed).isEqualTo(oneByOne(entries));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130, 1000})
    void anotherOrderSaysTheSame(int count) {
        var entries = new Made(new Random(count)).entries(count);

        var page = stored(JournalPage.of(LAYOUTS, JournalEntries.ordered(JournalEntries.of(entries))));

        assertThat(summed(List.of(page))).isEqualTo(oneByOne(entries));
        assertThat(IntStream.range(0, count)
                        .map(entry -> 2 * page.place(entry) + (page.isTaken(entry) ? 1 : 0))
                        .toArray())
                .as("place by place, those counted before those taken back")
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void severalPagesAtOnceAddUpToWhatAllTheirEntriesSay(long seed) {
        var made = new Made(new Random(seed));
        var entries = List.of(made.entries(1000), made.entries(1), made.entries(130), made.entries(70));
        var pages = entries.stream()
                .map(some -> stored(JournalPage.of(LAYOUTS, JournalEntries.of(some))))
                .toList();

        assertThat(summed(pages))
                .isEqualTo(oneByOne(entries.stream().flatMap(List::stream).toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pagesJoinedSayWhatTheySaidApart(long seed) {
        var made = new Made(new Random(seed));
        var small = List.of(made.entries(3), made.entries(1), made.entries(90));
        var pages = small.stream()
                .map(some -> stored(JournalPage.of(LAYOUTS, JournalEntries.of(some))))
                .toList();
        // In the second one places had other numbers.
        var second = JournalEntries.of(small.get(1).stream()
                .map(one -> new JournalEntries.Entry(one.response(), PLACES - 1 - one.place(), one.taken(), one.said()))
                .toList());
        List<IntUnaryOperator> places = List.of(place -> place, place -> PLACES - 1 - place, place -> place);

        var joined = stored(
                JournalPage.of(LAYOUTS, JournalEntries.joined(List.of(pages.get(0), second, pages.get(2)), places)));

        assertThat(joined.size()).isEqualTo(94);
        assertThat(summed(List.of(joined))).isEqualTo(summed(pages));
    }

    private static JournalPage stored(JournalPage page) {
        return JournalPage.decoded(LAYOUTS, page.encoded());
    }

    private record Place(int question, int group) {}

    private static Map<Place, List<Byte>> summed(List<JournalPage> pages) {
        var cells = new HashMap<Place, Cell>();
        var seats = Seats.of(
                pages.stream().map(page -> page.chosen(0, SAID, GROUPS)).toList());
        for (int question = 0; question < LAYOUTS.size(); question++) {
            int at = question;
            seats.count(question, group -> cell(cells, at, group));
        }
        return encoded(cells);
    }

    private static Map<Place, List<Byte>> oneByOne(List<JournalEntries.Entry> entries) {
        var cells = new HashMap<Place, Cell>();
        for (var entry : entries) {
            var choice = entry.said().getFirst();
            if (choice != null && choice.amount(SAID) != 0 && GROUPS[entry.place()] >= 0) {
                var draws = Draws.of(entry.response(), Settings.STANDARD);
                for (int question = 0; question < LAYOUTS.size(); question++) {
                    var measure = entry.said().get(question);
                    if (measure != null) {
                        var cell = cell(cells, question, GROUPS[entry.place()]);
                        if (entry.taken()) {
                            cell.remove(draws, measure);
                        } else {
                            cell.add(draws, measure);
                        }
                    }
                }
            }
        }
        return encoded(cells);
    }

    private static Cell cell(Map<Place, Cell> cells, int question, int group) {
        return cells.computeIfAbsent(
                new Place(question, group),
                place -> new Cell(LAYOUTS.get(place.question()), Settings.STANDARD.replicates()));
    }

    private static Map<Place, List<Byte>> encoded(Map<Place, Cell> cells) {
        var encoded = new HashMap<Place, List<Byte>>();
        cells.forEach((place, cell) -> {
            var bytes = cell.encoded();
            encoded.put(
                    place,
                    IntStream.range(0, bytes.length).mapToObj(at -> bytes[at]).toList());
        });
        return encoded;
    }
}
