package io.throughline.survey.question.stats;

/**
 * Amounts most of which are the same: how far each is from the usual one, as binary digits, a bitmap for each digit. Whoever
 * adds them up finds the others 64 at a time.
 *
 * @param less bitmap of those below the usual one; empty where there are none
 * @param digits of how far, the lowest first
 */
record Digits(long usual, long[] less, long[][] digits) implements Column {

    /** With more of them looking at each number by itself is as good. */
    static final int MOST = 12;

    static Digits of(long[] numbers, long[] given) {
        var entries = Bitmap.entries(given);
        long usual = usual(numbers, entries);
        long most = 0;
        boolean anyLess = false;
        for (int entry : entries) {
            most = Math.max(most, Math.abs(numbers[entry] - usual));
            anyLess |= numbers[entry] < usual;
        }
        var less = new long[anyLess ? given.length : 0];
        var digits = new long[Long.SIZE - Long.numberOfLeadingZeros(most)][given.length];
        for (int entry : entries) {
            long off = numbers[entry] - usual;
            if (off < 0) {
                less[entry / Long.SIZE] |= 1L << entry;
            }
            for (int digit = 0; digit < digits.length; digit++) {
                digits[digit][entry / Long.SIZE] |= (Math.abs(off) >>> digit & 1) << entry;
            }
        }
        return new Digits(usual, less, digits);
    }

    private static long usual(long[] numbers, int[] entries) {
        var counts = new Values();
        for (int entry : entries) {
            counts.add(numbers[entry], 1);
        }
        return counts.mode();
    }

    @Override
    public long at(int entry) {
        long off = 0;
        for (int digit = 0; digit < digits.length; digit++) {
            off |= (digits[digit][entry / Long.SIZE] >>> entry & 1) << digit;
        }
        return less.length > 0 && Bitmap.has(less, entry) ? usual - off : usual + off;
    }

    @Override
    public void each(long[] who, long base, Each each) {
        if (base != usual) {
            Column.super.each(who, base, each);
            return;
        }
        for (int digit = 0; digit < digits.length; digit++) {
            for (int word = 0; word < who.length; word++) {
                for (long left = digits[digit][word] & who[word]; left != 0; left &= left - 1) {
                    int entry = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                    each.of(entry, less.length > 0 && Bitmap.has(less, entry) ? -1L << digit : 1L << digit);
                }
            }
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
        if (usual == 0) {
            return others;
        }
        var zeros = new long[others.length];
        for (int entry : Bitmap.entries(others)) {
            if (at(entry) == 0) {
                zeros[entry / Long.SIZE] |= 1L << entry;
            }
        }
        return Bitmap.andNot(Bitmap.all(entries), zeros);
    }

    @Override
    public void write(Bytes.Out out) {
        out.write(2L * digits.length + (less.length > 0 ? 1 : 0));
        out.write(usual);
        out.write(less);
        for (var digit : digits) {
            out.write(digit);
        }
    }

    static Digits read(Bytes.In in, int entries, int kind) {
        int words = Bitmap.words(entries);
        long usual = in.read();
        var less = in.words(kind % 2 * words);
        var digits = new long[kind / 2][];
        for (int digit = 0; digit < digits.length; digit++) {
            digits[digit] = in.words(words);
        }
        return new Digits(usual, less, digits);
    }
}
