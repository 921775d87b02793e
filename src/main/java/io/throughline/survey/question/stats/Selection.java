package io.throughline.survey.question.stats;

import java.util.Arrays;

/** Entries of a page that are added up together, group by group. */
final class Selection {

    private static final int[] NONE = {};

    private final long[] bitmap;
    private final int[] entries;
    private final int[] group;
    private final Draws[] draws;
    private final int[] people;
    private final int[][] drawn;

    /**
     * @param group number of each entry's group
     * @param draws of each entry
     * @param groups how many there are
     */
    Selection(long[] bitmap, int[] group, Draws[] draws, int groups) {
        this.bitmap = bitmap;
        this.entries = Bitmap.entries(bitmap);
        this.group = group;
        this.draws = draws;
        people = new int[groups];
        drawn = new int[groups][];
        for (int entry : entries) {
            int of = group[entry];
            if (people[of]++ == 0) {
                drawn[of] = new int[Settings.STANDARD.replicates()];
            }
            draws[entry].add(1, drawn[of]);
        }
    }

    /** Those that are also among others. */
    Selection among(long[] others) {
        var both = Bitmap.and(bitmap, others);
        return Arrays.equals(both, bitmap) ? this : new Selection(both, group, draws, people.length);
    }

    boolean isEmpty() {
        return entries.length == 0;
    }

    int groups() {
        return people.length;
    }

    boolean hasPeople(int of) {
        return people[of] > 0;
    }

    /** Adds to the cells, by group, that they answered at all. @param sign 1, or −1 to take them back */
    void people(Cell[] cells, int sign) {
        for (int of = 0; of < people.length; of++) {
            if (people[of] > 0) {
                cells[of].addPeople(sign * people[of]);
                add(sign, drawn[of], cells[of].drawn());
            }
        }
    }

    /** Adds a column of amounts. */
    void amounts(Cell[] cells, int sign, int column, Column amounts) {
        var into = new Into(cells, column);
        switch (amounts) {
            case Digits digits -> digits(into, sign, digits);
            case Packed packed -> {
                for (int entry : entries) {
                    add(into, sign * packed.at(entry), entry);
                }
            }
        }
        into.close();
    }

    /** One column of the groups' cells, at hand: what is done for each entry must not look for it. */
    private static final class Into {

        private final Cell[] cells;
        private final int column;
        private final long[] sums;
        private final int[][] replicates;

        Into(Cell[] cells, int column) {
            this.cells = cells;
            this.column = column;
            sums = new long[cells.length];
            replicates = new int[cells.length][];
        }

        /** Empty where the column isn't resampled. */
        int[] replicates(int of) {
            if (replicates[of] == null) {
                replicates[of] = cells[of].isResampled(column) ? cells[of].replicatesOf(column) : NONE;
            }
            return replicates[of];
        }

        void close() {
            for (int of = 0; of < sums.length; of++) {
                if (sums[of] != 0) {
                    cells[of].addSum(column, sums[of]);
                }
            }
        }
    }

    private void digits(Into into, int sign, Digits amounts) {
        if (amounts.usual() != 0) {
            usual(into, sign * amounts.usual());
        }
        boolean anyLess = amounts.less().length > 0;
        for (int digit = 0; digit < amounts.digits().length; digit++) {
            long amount = sign * (1L << digit);
            var differing = amounts.digits()[digit];
            for (int word = 0; word < bitmap.length; word++) {
                long less = anyLess ? amounts.less()[word] : 0;
                for (long left = differing[word] & bitmap[word]; left != 0; left &= left - 1) {
                    int bit = Long.numberOfTrailingZeros(left);
                    add(into, (less >>> bit & 1) == 0 ? amount : -amount, word * Long.SIZE + bit);
                }
            }
        }
    }

    /** What all of a group have is added for all of them at once. */
    private void usual(Into into, long amount) {
        for (int of = 0; of < people.length; of++) {
            if (people[of] > 0) {
                into.sums[of] += amount * people[of];
                var replicates = into.replicates(of);
                if (replicates.length > 0) {
                    add(Math.toIntExact(amount), drawn[of], replicates);
                }
            }
        }
    }

    private static void add(int amount, int[] drawn, int[] into) {
        for (int b = 0; b < into.length; b++) {
            into[b] += amount * drawn[b];
        }
    }

    private void add(Into into, long amount, int entry) {
        int of = group[entry];
        into.sums[of] += amount;
        var replicates = into.replicates(of);
        if (replicates.length > 0) {
            draws[entry].add(Math.toIntExact(amount), replicates);
        }
    }

    /** Adds a list of values. @param given bitmap of the entries that have one */
    void values(Cell[] cells, int sign, int list, Column values, long[] given) {
        for (int entry : entries) {
            if (Bitmap.has(given, entry)) {
                cells[group[entry]].addValue(list, values.at(entry), sign);
            }
        }
    }
}
