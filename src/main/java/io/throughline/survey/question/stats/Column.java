package io.throughline.survey.question.stats;

/** A whole number for each entry of a page. */
sealed interface Column permits Digits, Packed {

    long at(int entry);

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
