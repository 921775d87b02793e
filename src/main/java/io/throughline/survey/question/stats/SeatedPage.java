package io.throughline.survey.question.stats;

import java.util.Arrays;

/**
 * Where the entries chosen on a page sit. Those that sit side by side, in one row, and stand in one word of the page's
 * bitmaps are moved together: few pieces where a page has its groups one after the other, as many as entries at worst.
 */
final class SeatedPage {

    private static final int FIRST_SIZE = 64;

    /** By entry. */
    private final int[] seats;

    private int pieces;

    /** By piece: the word of the page's bitmaps it is in, its bits there, the seat of the first, and their lot. */
    private int[] words = new int[FIRST_SIZE];

    private long[] masks = new long[FIRST_SIZE];
    private int[] starts = new int[FIRST_SIZE];
    private int[] lots = new int[FIRST_SIZE];

    /** @param entries of the page */
    SeatedPage(int entries) {
        seats = new int[entries];
    }

    /** In the order of the entries. */
    void sit(int entry, int seat, int lot) {
        seats[entry] = seat;
        if (pieces == 0 || !isNext(entry, seat)) {
            begin(entry, seat, lot);
        }
        masks[pieces - 1] |= 1L << entry;
    }

    private boolean isNext(int entry, int seat) {
        int last = pieces - 1;
        return words[last] == entry / Long.SIZE
                && starts[last] / Long.SIZE == seat / Long.SIZE
                && starts[last] + Long.bitCount(masks[last]) == seat;
    }

    private void begin(int entry, int seat, int lot) {
        if (pieces == words.length) {
            words = Arrays.copyOf(words, 2 * pieces);
            masks = Arrays.copyOf(masks, 2 * pieces);
            starts = Arrays.copyOf(starts, 2 * pieces);
            lots = Arrays.copyOf(lots, 2 * pieces);
        }
        words[pieces] = entry / Long.SIZE;
        starts[pieces] = seat;
        lots[pieces++] = lot;
    }

    int seat(int entry) {
        return seats[entry];
    }

    /** Marks the seats of those of some entries who are among others too. @param rows bitmaps by row */
    void mark(long[] some, long[] others, long[] rows) {
        for (int piece = 0; piece < pieces; piece++) {
            int word = words[piece];
            int start = starts[piece];
            rows[start / Long.SIZE] |= Long.compress(some[word] & others[word], masks[piece]) << start;
        }
    }

    /** Adds an amount to its lot for each of some entries that is among others too. @param sums by lot */
    void add(long[] some, long[] others, long amount, long[] sums) {
        for (int piece = 0; piece < pieces; piece++) {
            int word = words[piece];
            sums[lots[piece]] += amount * Long.bitCount(some[word] & others[word] & masks[piece]);
        }
    }
}
