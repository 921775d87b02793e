package io.throughline.survey.question.stats;

import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

/** Entries of several pages, one after the other. */
final class JoinedEntries implements JournalEntries {

    private final List<? extends JournalEntries> parts;
    private final List<IntUnaryOperator> places;
    private final int[] part;
    private final int[] within;

    /** @param places the new numbers of the places of each part */
    JoinedEntries(List<? extends JournalEntries> parts, List<IntUnaryOperator> places) {
        this.parts = parts;
        this.places = places;
        int count = parts.stream().mapToInt(JournalEntries::size).sum();
        part = new int[count];
        within = new int[count];
        int at = 0;
        for (int number = 0; number < parts.size(); number++) {
            for (int entry = 0; entry < parts.get(number).size(); entry++, at++) {
                part[at] = number;
                within[at] = entry;
            }
        }
    }

    private JournalEntries of(int entry) {
        return parts.get(part[entry]);
    }

    @Override
    public int size() {
        return part.length;
    }

    @Override
    public UUID response(int entry) {
        return of(entry).response(within[entry]);
    }

    @Override
    public int place(int entry) {
        return places.get(part[entry]).applyAsInt(of(entry).place(within[entry]));
    }

    @Override
    public boolean isTaken(int entry) {
        return of(entry).isTaken(within[entry]);
    }

    @Override
    public boolean counts(int question, int entry) {
        return of(entry).counts(question, within[entry]);
    }

    @Override
    public long amount(int question, int column, int entry) {
        return of(entry).amount(question, column, within[entry]);
    }

    @Override
    public boolean hasValue(int question, int list, int entry) {
        return of(entry).hasValue(question, list, within[entry]);
    }

    @Override
    public long value(int question, int list, int entry) {
        return of(entry).value(question, list, within[entry]);
    }
}
