package io.throughline.survey.question.stats;

/** A whole number for each entry of a page. */
sealed interface Column permits Digits, Packed {

    long at(int entry);

    /** What others are told apart from: the number of most, or 0. */
    long usual();

    /** An entry, and how far its number is from another one. */
    interface Each {
        void of(int entry, long off);
    }

    /**
     * Some entries whose number is another one than the base, in one call or, binary digit by digit, in several that add up.
     *
     * @param who their bitmap
     */
    default void each(long[] who, long base, Each each) {
        for (int entry : Bitmap.entries(who)) {
            each.of(entry, at(entry) - base);
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
