package io.throughline.survey.question.stats;

/** A whole number for each entry of a page. */
sealed interface Column permits Digits, Packed {

    long at(int entry);

    /** None is below it. */
    long base();

    /** How far numbers are above another one: many at once that have a binary digit of it, or one after the other. */
    interface Off {

        /** @param having bitmap of entries, those that don't matter among them */
        void digit(int digit, long[] having);

        void number(int entry, long off);
    }

    /**
     * Tells of all that is not the number from which it is told, in several calls that add up.
     *
     * @param who bitmap of the entries that matter
     * @param from not above the {@link #base}
     */
    default void each(long[] who, long from, Off off) {
        for (int entry : Bitmap.entries(who)) {
            off.number(entry, at(entry) - from);
        }
    }

    void write(Bytes.Out out);

    static Column read(Bytes.In in, int entries) {
        int kind = (int) in.read();
        return kind < 0 ? Packed.read(in, entries, -kind) : Digits.read(in, entries, kind);
    }

    /** Entries whose number is not 0. */
    long[] notZero(int entries);

    /**
     * Amounts that are added up.
     *
     * @param given entries that have one; what stands for the others says nothing
     */
    static Column ofAmounts(long[] numbers, long[] given) {
        var digits = Digits.of(numbers, given);
        return digits.digits().length <= Digits.MOST ? digits : Packed.of(numbers, given);
    }
}
