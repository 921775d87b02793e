package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A page of the journal of a campaign's counting: an entry for each response that was counted or taken back, with what it
 * added to the cells of every question. Cells are the sum of the journal; cells of some people only are the sum of their
 * entries. Written column by column, in as few bits as a column's range needs.
 */
public final class JournalPage implements JournalEntries {

    private final List<Layout> layouts;

    /** Two numbers for each id. */
    private final long[] responses;

    private final Column taken;
    private final Column places;
    private final List<Part> parts;

    private JournalPage(List<Layout> layouts, long[] responses, Column taken, Column places, List<Part> parts) {
        this.layouts = layouts;
        this.responses = responses;
        this.taken = taken;
        this.places = places;
        this.parts = parts;
    }

    /**
     * What is told of one question.
     *
     * @param there bitmap of the entries that count
     * @param given bitmaps, by list, of the entries that have a value on it
     */
    private record Part(long[] there, List<Column> columns, List<long[]> given, List<Column> values) {}

    /** @param layouts of the questions */
    public static JournalPage of(List<Layout> layouts, JournalEntries entries) {
        int count = entries.size();
        return new JournalPage(
                layouts,
                IntStream.range(0, count)
                        .mapToObj(entries::response)
                        .flatMapToLong(id -> LongStream.of(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                        .toArray(),
                Digits.of(numbers(count, entry -> entries.isTaken(entry) ? 1 : 0), Bitmap.all(count)),
                Packed.of(numbers(count, entries::place), Bitmap.all(count)),
                IntStream.range(0, layouts.size())
                        .parallel()
                        .mapToObj(question -> part(question, layouts.get(question), entries))
                        .toList());
    }

    private static Part part(int question, Layout layout, JournalEntries entries) {
        int count = entries.size();
        var there = Bitmap.where(count, entry -> entries.counts(question, entry));
        var columns = IntStream.range(0, layout.columns())
                .mapToObj(column -> Column.ofAmounts(
                        numbers(there, count, entry -> entries.amount(question, column, entry)), there))
                .toList();
        var given = new ArrayList<long[]>();
        var values = new ArrayList<Column>();
        for (int at = 0; at < layout.lists(); at++) {
            int list = at;
            var has = Bitmap.where(count, entry -> Bitmap.has(there, entry) && entries.hasValue(question, list, entry));
            given.add(has);
            values.add(Packed.of(numbers(has, count, entry -> entries.value(question, list, entry)), has));
        }
        return new Part(there, columns, given, values);
    }

    private static long[] numbers(int count, IntToLongFunction number) {
        return IntStream.range(0, count).mapToLong(number).toArray();
    }

    private static long[] numbers(long[] given, int count, IntToLongFunction number) {
        var numbers = new long[count];
        for (int entry : Bitmap.entries(given)) {
            numbers[entry] = number.applyAsLong(entry);
        }
        return numbers;
    }

    /** In the form that is stored. */
    public byte[] encoded() {
        var out = new Bytes.Out();
        out.write(size());
        out.write(responses);
        taken.write(out);
        places.write(out);
        for (var part : parts) {
            Bitmap.write(part.there, size(), out);
            part.columns.forEach(column -> column.write(out));
            part.given.forEach(given -> Bitmap.write(given, size(), out));
            part.values.forEach(values -> values.write(out));
        }
        return out.bytes();
    }

    /** What {@link #encoded} wrote of a page with the same layouts. */
    public static JournalPage decoded(List<Layout> layouts, byte[] bytes) {
        var in = new Bytes.In(bytes);
        int entries = (int) in.read();
        var responses = in.words(2 * entries);
        var taken = Column.read(in, entries);
        var places = Column.read(in, entries);
        var parts = new ArrayList<Part>();
        for (var layout : layouts) {
            parts.add(new Part(
                    Bitmap.read(in, entries),
                    Stream.generate(() -> Column.read(in, entries))
                            .limit(layout.columns())
                            .toList(),
                    Stream.generate(() -> Bitmap.read(in, entries))
                            .limit(layout.lists())
                            .toList(),
                    Stream.generate(() -> Column.read(in, entries))
                            .limit(layout.lists())
                            .toList()));
        }
        return new JournalPage(layouts, responses, taken, places, parts);
    }

    @Override
    public int size() {
        return responses.length / 2;
    }

    @Override
    public UUID response(int entry) {
        return new UUID(responses[2 * entry], responses[2 * entry + 1]);
    }

    @Override
    public int place(int entry) {
        return (int) places.at(entry);
    }

    @Override
    public boolean isTaken(int entry) {
        return taken.at(entry) == 1;
    }

    @Override
    public boolean counts(int question, int entry) {
        return Bitmap.has(parts.get(question).there, entry);
    }

    @Override
    public long amount(int question, int column, int entry) {
        return parts.get(question).columns.get(column).at(entry);
    }

    @Override
    public boolean hasValue(int question, int list, int entry) {
        return Bitmap.has(parts.get(question).given.get(list), entry);
    }

    @Override
    public long value(int question, int list, int entry) {
        return parts.get(question).values.get(list).at(entry);
    }

    /**
     * Entries whose answer to a question has an amount in a column.
     *
     * @param groups by place, the number from 0 of the group its entries are added up in; −1 where they don't matter
     */
    public Chosen chosen(int question, int column, int[] groups) {
        var part = parts.get(question);
        return new Chosen(Bitmap.and(part.columns.get(column).notZero(size()), part.there), groups);
    }

    /** Some entries of this page. Lots are groups twice: those that are counted, and those that are taken back. */
    public final class Chosen {

        private final long[] bitmap;
        private final int[] entries;
        private final int[] lots;

        private Chosen(long[] saying, int[] groups) {
            bitmap = Bitmap.where(saying, entry -> groups[place(entry)] >= 0);
            entries = Bitmap.entries(bitmap);
            lots = Arrays.stream(entries)
                    .map(entry -> 2 * groups[place(entry)] + (isTaken(entry) ? 1 : 0))
                    .toArray();
        }

        /** An entry, and the number of its lot. */
        interface Each {
            void of(int entry, int lot);
        }

        void each(Each each) {
            for (int at = 0; at < entries.length; at++) {
                each.of(entries[at], lots[at]);
            }
        }

        /** More than the number of any lot. */
        int lots() {
            return Arrays.stream(lots).max().orElse(-1) + 1;
        }

        /** Of the page. */
        int size() {
            return JournalPage.this.size();
        }

        Layout layout(int question) {
            return layouts.get(question);
        }

        void putId(int entry, DrawnTogether.Ids ids, int at) {
            ids.high()[at] = responses[2 * entry];
            ids.low()[at] = responses[2 * entry + 1];
        }

        /** Bitmap of those whose answer to a question counts. */
        long[] answering(int question) {
            return Bitmap.and(bitmap, parts.get(question).there);
        }

        Column column(int question, int column) {
            return parts.get(question).columns.get(column);
        }

        /** Bitmap of those that have a value on a list, and others. */
        long[] given(int question, int list) {
            return parts.get(question).given.get(list);
        }

        Column values(int question, int list) {
            return parts.get(question).values.get(list);
        }
    }
}
