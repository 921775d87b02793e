package io.throughline.survey.question.stats;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some of the entries of a page, a bit for each. */
final class Bitmap {

    private Bitmap() {}

    static int words(int entries) {
        return (entries + Long.SIZE - 1) / Long.SIZE;
    }

    static long[] all(int entries) {
        var words = new long[words(entries)];
        Arrays.fill(words, -1);
        if (entries % Long.SIZE != 0) {
            words[words.length - 1] = -1L >>> -entries;
        }
        return words;
    }

    static long[] where(int entries, IntPredicate which) {
        var words = new long[words(entries)];
        for (int entry = 0; entry < entries; entry++) {
            if (which.test(entry)) {
                words[entry / Long.SIZE] |= 1L << entry;
            }
        }
        return words;
    }

    /** Some of them. */
    static long[] where(long[] some, IntPredicate which) {
        var words = new long[some.length];
        for (int entry : entries(some)) {
            if (which.test(entry)) {
                words[entry / Long.SIZE] |= 1L << entry;
            }
        }
        return words;
    }

    static boolean has(long[] words, int entry) {
        return (words[entry / Long.SIZE] >>> entry & 1) == 1;
    }

    static long[] and(long[] some, long[] others) {
        var both = new long[some.length];
        for (int word = 0; word < both.length; word++) {
            both[word] = some[word] & others[word];
        }
        return both;
    }

    static long[] andNot(long[] some, long[] others) {
        var rest = new long[some.length];
        for (int word = 0; word < rest.length; word++) {
            rest[word] = some[word] & ~others[word];
        }
        return rest;
    }

    static int count(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Which have their bit set, in order. */
    static int[] entries(long[] words) {
        var entries = new int[count(words)];
        int at = 0;
        for (int word = 0; word < words.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                entries[at++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return entries;
    }

    /** Most are of all entries. */
    static void write(long[] words, int entries, Bytes.Out out) {
        boolean all = count(words) == entries;
        out.write(all ? 1 : 0);
        if (!all) {
            out.write(words);
        }
    }

    static long[] read(Bytes.In in, int entries) {
        return in.read() == 1 ? all(entries) : in.words(words(entries));
    }
}
