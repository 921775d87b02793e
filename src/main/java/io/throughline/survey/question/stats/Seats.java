package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entries chosen on some pages, each with a seat, 64 to a row: those that are added up together sit side by side, whichever
 * page they come from, so that a row is added up at once.
 */
public final class Seats {

    private final List<JournalPage.Chosen> pages;

    private final List<SeatedPage> seats = new ArrayList<>();

    private final List<Lot> lots = new ArrayList<>();

    /** Numbers of lots, by row. */
    private final int[] lotOf;

    private final List<DrawnTogether> draws;

    /**
     * The rows of those of one group who are counted, or of those who are taken back.
     *
     * @param sign 1, or −1 for those taken back
     * @param end the row after its last one
     */
    record Lot(int number, int group, int sign, int people, int from, int end) {}

    private Seats(List<JournalPage.Chosen> pages) {
        this.pages = pages;
        var next = firstSeats();
        lotOf = lots.stream()
                .flatMapToInt(lot -> IntStream.range(lot.from, lot.end).map(_ -> lot.number))
                .toArray();
        var ids = lots.stream().flatMap(Seats::rows).toList();
        for (var page : pages) {
            var seated = new SeatedPage(page.size());
            page.each((entry, lot) -> {
                int seat = next[lot]++;
                seated.sit(entry, seat, lotOf[seat / Long.SIZE]);
                page.putId(entry, ids.get(seat / Long.SIZE), seat % Long.SIZE);
            });
            seats.add(seated);
        }
        draws = ids.parallelStream()
                .map(row -> DrawnTogether.of(row, Settings.STANDARD.replicates()))
                .toList();
    }

    /** A lot's last row may be a shorter one. */
    private static Stream<DrawnTogether.Ids> rows(Lot lot) {
        return IntStream.range(lot.from, lot.end)
                .map(row -> Math.min(Long.SIZE, lot.people - (row - lot.from) * Long.SIZE))
                .mapToObj(size -> new DrawnTogether.Ids(new long[size], new long[size]));
    }

    public static Seats of(List<JournalPage.Chosen> pages) {
        return new Seats(pages);
    }

    /** Makes the lots. @return the first seat of each, by its number on the pages */
    private int[] firstSeats() {
        var people =
                new int[pages.stream().mapToInt(JournalPage.Chosen::lots).max().orElse(0)];
        pages.forEach(page -> page.each((_, lot) -> people[lot]++));
        var first = new int[people.length];
        int row = 0;
        for (int lot = 0; lot < people.length; lot++) {
            first[lot] = row * Long.SIZE;
            int end = row + Bitmap.words(people[lot]);
            if (end > row) {
                lots.add(new Lot(lots.size(), lot / 2, lot % 2 == 0 ? 1 : -1, people[lot], row, end));
            }
            row = end;
        }
        return first;
    }

    /**
     * Adds what they say to a question. Several questions may be counted at once.
     *
     * @param cells by group, of this question
     */
    public void count(int question, IntFunction<Cell> cells) {
        if (!lots.isEmpty()) {
            new SeatedAnswers(this, question, cells).count(pages.getFirst().layout(question));
        }
    }

    List<JournalPage.Chosen> pages() {
        return pages;
    }

    SeatedPage of(int page) {
        return seats.get(page);
    }

    List<Lot> lots() {
        return lots;
    }

    /** Number of the lot a seat is in. */
    int lot(int seat) {
        return lotOf[seat / Long.SIZE];
    }

    /** Bitmaps by row, nobody in them. */
    long[] rows() {
        return new long[lotOf.length];
    }

    /** Adds an amount as often as some of a lot are drawn, replicate by replicate. @param who bitmaps by row */
    void add(Lot lot, long[] who, int amount, int[] into) {
        for (int row = lot.from; row < lot.end; row++) {
            if (who[row] != 0) {
                draws.get(row).add(who[row], amount, into);
            }
        }
    }
}
