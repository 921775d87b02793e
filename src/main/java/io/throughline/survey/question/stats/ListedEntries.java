package io.throughline.survey.question.stats;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Entries as they were just measured. */
record ListedEntries(List<Entry> entries) implements JournalEntries {

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public UUID response(int entry) {
        return entries.get(entry).response();
    }

    @Override
    public int place(int entry) {
        return entries.get(entry).place();
    }

    @Override
    public boolean isTaken(int entry) {
        return entries.get(entry).taken();
    }

    @Override
    public boolean counts(int question, int entry) {
        return entries.get(entry).said().get(question) != null;
    }

    @Override
    public long amount(int question, int column, int entry) {
        return said(question, entry).amount(column);
    }

    @Override
    public boolean hasValue(int question, int list, int entry) {
        return said(question, entry).value(list) != null;
    }

    @Override
    public long value(int question, int list, int entry) {
        return Objects.requireNonNull(said(question, entry).value(list));
    }

    private Measure said(int question, int entry) {
        return Objects.requireNonNull(entries.get(entry).said().get(question));
    }
}
