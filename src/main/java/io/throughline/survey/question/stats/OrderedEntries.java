package io.throughline.survey.question.stats;

import java.util.UUID;
import java.util.stream.IntStream;

/** Entries in another order. @param order their numbers */
record OrderedEntries(JournalEntries entries, int[] order) implements JournalEntries {

    /** Place by place, those counted before those taken back; else as they were. */
    static OrderedEntries of(JournalEntries entries) {
        return new OrderedEntries(
                entries,
                IntStream.range(0, entries.size())
                        .mapToLong(entry ->
                                (2L * entries.place(entry) + (entries.isTaken(entry) ? 1 : 0)) << Integer.SIZE | entry)
                        .sorted()
                        .mapToInt(key -> (int) key)
                        .toArray());
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public UUID response(int entry) {
        return entries.response(order[entry]);
    }

    @Override
    public int place(int entry) {
        return entries.place(order[entry]);
    }

    @Override
    public boolean isTaken(int entry) {
        return entries.isTaken(order[entry]);
    }

    @Override
    public boolean counts(int question, int entry) {
        return entries.counts(question, order[entry]);
    }

    @Override
    public long amount(int question, int column, int entry) {
        return entries.amount(question, column, order[entry]);
    }

    @Override
    public boolean hasValue(int question, int list, int entry) {
        return entries.hasValue(question, list, order[entry]);
    }

    @Override
    public long value(int question, int list, int entry) {
        return entries.value(question, list, order[entry]);
    }
}
