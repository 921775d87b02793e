package io.throughline.survey.question.stats;

import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Entries to be written on a page of the journal, by their numbers from 0. Questions are meant by theirs. */
public interface JournalEntries {

    int size();

    UUID response(int entry);

    /** Number from 0 of the group and week it counts in. */
    int place(int entry);

    /** Whether it was taken back instead of counted. */
    boolean isTaken(int entry);

    /** Whether its answer to a question counts. What follows is asked only where it does. */
    boolean counts(int question, int entry);

    long amount(int question, int column, int entry);

    boolean hasValue(int question, int list, int entry);

    /** Asked only where it has one. */
    long value(int question, int list, int entry);

    /** @param said what it adds for each question; null where it doesn't count */
    record Entry(UUID response, int place, boolean taken, List<@Nullable Measure> said) {}

    static JournalEntries of(List<Entry> entries) {
        return new ListedEntries(entries);
    }

    /** As they are best written: by the numbers of their places, so that those who are added up together stand together. */
    static JournalEntries ordered(JournalEntries entries) {
        return OrderedEntries.of(entries);
    }

    /** One after the other. @param places the new numbers of the places of each */
    static JournalEntries joined(List<? extends JournalEntries> parts, List<IntUnaryOperator> places) {
        return new JoinedEntries(parts, places);
    }
}
