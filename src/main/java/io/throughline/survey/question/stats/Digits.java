package io.throughline.survey.question.stats;

/**
 * Amounts most of which are small: how far each is above a common base, as binary digits, a bitmap for each digit. Whoever adds
 * them up takes 64 at a time.
 *
 * @param digits of how far, the lowest first
 */
record Digits(long base, long[][] digits) implements Column {

    /** With more of them looking at each number by itself is as good. */
    static final int MOST = 12;

    static Digits of(long[] numbers, long[] given) {
        var entries = Bitmap.entries(given);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int entry : entries) {
            least = Math.min(least, numbers[entry]);
            greatest = Math.max(greatest, numbers[entry]);
        }
        long base = entries.length == 0 ? 0 : base(least);
        long most = entries.length == 0 ? 0 : greatest - base;
        var digits = new long[Long.SIZE - Long.numberOfLeadingZeros(most)][given.length];
        for (int entry : entries) {
            long off = numbers[entry] - base;
            for (int digit = 0; digit < digits.length; digit++) {
                digits[digit][entry / Long.SIZE] |= (off >>> digit & 1) << entry;
            }
        }
        return new Digits(base, digits);
    }

    /** 0, or a negative power of two not above the least number: the same for most pages, whatever the least of each is. */
    private static long base(long least) {
        return least >= 0 ? 0 : -1L << (Long.SIZE - Long.numberOfLeadingZeros(-least - 1));
    }

    @Override
    public long at(int entry) {
        long off = 0;
        for (int digit = 0; digit < digits.length; digit++) {
            off |= (digits[digit][entry / Long.SIZE] >>> entry & 1) << digit;
        }
        return base + off;
    }

    @Override
    public void each(long[] who, long from, Off off) {
        if (from != base) {
            Column.super.each(who, from, off);
            return;
        }
        for (int digit = 0; digit < digits.length; digit++) {
            off.digit(digit, digits[digit]);
        }
    }

    @Override
    public long[] notZero(int entries) {
        var others = new long[Bitmap.words(entries)];
        for (var digit : digits) {
            for (int word = 0; word < others.length; word++) {
                others[word] |= digit[word];
            }
        }
        return base == 0 ? others : Bitmap.where(entries, entry -> at(entry) != 0);
    }

    @Override
    public void write(Bytes.Out out) {
        out.write(digits.length);
        out.write(base);
        for (var digit : digits) {
            out.write(digit);
        }
    }

    static Digits read(Bytes.In in, int entries, int count) {
        int words = Bitmap.words(entries);
        long base = in.read();
        var digits = new long[count][];
        for (int digit = 0; digit < count; digit++) {
            digits[digit] = in.words(words);
        }
        return new Digits(base, digits);
    }
}
