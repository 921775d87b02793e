package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What those who have a seat say to one question. */
final class SeatedAnswers {

    private final Seats seats;
    private final int question;

    /** By page, which of its entries answer. */
    private final List<long[]> answering = new ArrayList<>();

    /** By row, which of its seats answer. */
    private final long[] sitting;

    private final int[] people;
    private final @Nullable Cell[] cells;

    /** @param found cells by group */
    SeatedAnswers(Seats seats, int question, IntFunction<Cell> found) {
        this.seats = seats;
        this.question = question;
        sitting = seats.rows();
        people = new int[seats.lots().size()];
        cells = new Cell[people.length];
        for (int page = 0; page < seats.pages().size(); page++) {
            var who = seats.pages().get(page).answering(question);
            var seat = seats.of(page);
            for (int entry : Bitmap.entries(who)) {
                sitting[seat[entry] / Long.SIZE] |= 1L << seat[entry];
                people[seats.lot(seat[entry])]++;
            }
            answering.add(who);
        }
        for (var lot : seats.lots()) {
            if (people[lot.number()] > 0) {
                cells[lot.number()] = found.apply(lot.group());
            }
        }
    }

    /** Adds all of it to the cells. */
    void count(Layout layout) {
        each((lot, cell) -> cell.addPeople(lot.sign() * people[lot.number()]));
        if (layout.resampled() > 0) {
            replicates(layout.resampled());
        }
        for (int column = layout.resampled(); column < layout.columns(); column++) {
            sums(column);
        }
        for (int list = 0; list < layout.lists(); list++) {
            values(list);
        }
    }

    private interface Each {
        void of(Seats.Lot lot, Cell cell);
    }

    private void each(Each each) {
        for (var lot : seats.lots()) {
            var cell = cells[lot.number()];
            if (cell != null) {
                each.of(lot, cell);
            }
        }
    }

    /** Lot by lot all columns: what is drawn of a lot is at hand then. */
    private void replicates(int columns) {
        var all = IntStream.range(0, columns).mapToObj(this::digits).toList();
        each((lot, cell) -> {
            var drawn = new int[cell.drawn().length];
            seats.add(lot, sitting, 1, drawn);
            add(lot.sign(), drawn, cell.drawn());
            for (int column = 0; column < columns; column++) {
                var digits = all.get(column);
                cell.addSum(column, lot.sign() * (digits.base() * people[lot.number()] + digits.sum(lot)));
                var into = cell.replicatesOf(column);
                if (digits.base() != 0) {
                    add(Math.toIntExact(lot.sign() * digits.base()), drawn, into);
                }
                digits.add(lot, into);
            }
        });
    }

    private static void add(int amount, int[] drawn, int[] into) {
        for (int b = 0; b < into.length; b++) {
            into[b] += amount * drawn[b];
        }
    }

    private SeatedDigits digits(int column) {
        var digits = new SeatedDigits(seats, base(column));
        for (int page = 0; page < answering.size(); page++) {
            var seat = seats.of(page);
            column(page, column).each(answering.get(page), digits.base(), (entry, off) -> digits.put(seat[entry], off));
        }
        return digits;
    }

    private void sums(int column) {
        long base = base(column);
        var sums = new long[people.length];
        for (int page = 0; page < answering.size(); page++) {
            var seat = seats.of(page);
            column(page, column).each(answering.get(page), base, (entry, off) -> sums[seats.lot(seat[entry])] += off);
        }
        each((lot, cell) -> cell.addSum(column, lot.sign() * (base * people[lot.number()] + sums[lot.number()])));
    }

    private Column column(int page, int column) {
        return seats.pages().get(page).column(question, column);
    }

    /** What most amounts are taken to be. */
    private long base(int column) {
        return column(0, column).usual();
    }

    private void values(int list) {
        for (int page = 0; page < answering.size(); page++) {
            var chosen = seats.pages().get(page);
            var seat = seats.of(page);
            var values = chosen.values(question, list);
            for (int entry : Bitmap.entries(Bitmap.and(answering.get(page), chosen.given(question, list)))) {
                var lot = seats.lots().get(seats.lot(seat[entry]));
                Objects.requireNonNull(cells[lot.number()]).addValue(list, values.at(entry), lot.sign());
            }
        }
    }
}
