package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What those who have a seat say to one question. */
final class SeatedAnswers {

    private final Seats seats;
    private final int question;

    /** By page, which of its entries answer. */
    private final List<long[]> answering = new ArrayList<>();

    /** By row, which of its seats answer. */
    private final long[] sitting;

    /** By lot. */
    private final long[] people;

    private final @Nullable Cell[] cells;

    /** @param found cells by group */
    SeatedAnswers(Seats seats, int question, IntFunction<Cell> found) {
        this.seats = seats;
        this.question = question;
        sitting = seats.rows();
        people = new long[seats.lots().size()];
        cells = new Cell[people.length];
        for (int page = 0; page < seats.pages().size(); page++) {
            var who = seats.pages().get(page).answering(question);
            seats.of(page).mark(who, who, sitting);
            seats.of(page).add(who, who, 1, people);
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
        each((lot, cell) -> cell.addPeople(lot.sign() * (int) people[lot.number()]));
        if (layout.resampled() > 0) {
            replicates(layout.resampled());
        }
        sums(layout.resampled(), layout.columns());
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
        var all = digits(columns);
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

    /** Page by page: what is told of a question stands together there. */
    private List<SeatedDigits> digits(int columns) {
        var digits = Arrays.stream(bases(0, columns))
                .mapToObj(base -> new SeatedDigits(seats, base))
                .toList();
        for (int page = 0; page < answering.size(); page++) {
            for (int column = 0; column < columns; column++) {
                digits.get(column).put(column(page, column), answering.get(page), seats.of(page));
            }
        }
        return digits;
    }

    private void sums(int from, int end) {
        var bases = bases(from, end);
        var sums = new long[end - from][people.length];
        for (int page = 0; page < answering.size(); page++) {
            for (int at = 0; at < sums.length; at++) {
                add(page, column(page, from + at), bases[at], sums[at]);
            }
        }
        each((lot, cell) -> {
            for (int at = 0; at < sums.length; at++) {
                long sum = bases[at] * people[lot.number()] + sums[at][lot.number()];
                cell.addSum(from + at, lot.sign() * sum);
            }
        });
    }

    /** @param sums by lot */
    private void add(int page, Column column, long base, long[] sums) {
        var who = answering.get(page);
        var seated = seats.of(page);
        column.each(who, base, new Column.Off() {
            @Override
            public void digit(int digit, long[] having) {
                seated.add(having, who, 1L << digit, sums);
            }

            @Override
            public void number(int entry, long off) {
                sums[seats.lot(seated.seat(entry))] += off;
            }
        });
    }

    private Column column(int page, int column) {
        return seats.pages().get(page).column(question, column);
    }

    /** By column, what no amount is below. */
    private long[] bases(int from, int end) {
        var bases = new long[end - from];
        Arrays.fill(bases, Long.MAX_VALUE);
        for (int page = 0; page < answering.size(); page++) {
            for (int at = 0; at < bases.length; at++) {
                bases[at] = Math.min(bases[at], column(page, from + at).base());
            }
        }
        return bases;
    }

    private void values(int list) {
        var said = new SeatedValues((int) Arrays.stream(people).sum());
        for (int page = 0; page < answering.size(); page++) {
            var chosen = seats.pages().get(page);
            var seated = seats.of(page);
            var values = chosen.values(question, list);
            for (int entry : Bitmap.entries(Bitmap.and(answering.get(page), chosen.given(question, list)))) {
                said.add(seats.lot(seated.seat(entry)), values.at(entry));
            }
        }
        said.each(
                people.length,
                (lot, value, people) -> Objects.requireNonNull(cells[lot])
                        .addValue(list, value, people * seats.lots().get(lot).sign()));
    }
}
