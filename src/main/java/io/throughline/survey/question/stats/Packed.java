package io.throughline.survey.question.stats;

/**
 * Numbers one after the other, each in as many bits as the range of all needs.
 *
 * @param least of them
 * @param width in bits of how far each is above it
 */
record Packed(long least, int width, long[] words) implements Column {

    static Packed of(long[] numbers, long[] given) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int entry : Bitmap.entries(given)) {
            least = Math.min(least, numbers[entry]);
            greatest = Math.max(greatest, numbers[entry]);
        }
        if (least >= greatest) {
            return new Packed(least > greatest ? 0 : least, 0, new long[0]);
        }
        int width = Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
        var words = new long[Bitmap.words(numbers.length * width)];
        for (int entry : Bitmap.entries(given)) {
            int bit = entry * width;
            long above = numbers[entry] - least;
            words[bit / Long.SIZE] |= above << bit;
            if (bit % Long.SIZE + width > Long.SIZE) {
                words[bit / Long.SIZE + 1] |= above >>> -bit;
            }
        }
        return new Packed(least, width, words);
    }

    @Override
    public long at(int entry) {
        if (width == 0) {
            return least;
        }
        int bit = entry * width;
        long above = words[bit / Long.SIZE] >>> bit;
        if (bit % Long.SIZE + width > Long.SIZE) {
            above |= words[bit / Long.SIZE + 1] << -bit;
        }
        return least + (above & -1L >>> -width);
    }

    @Override
    public long usual() {
        return 0;
    }

    @Override
    public long[] notZero(int entries) {
        return Bitmap.where(entries, entry -> at(entry) != 0);
    }

    @Override
    public void write(Bytes.Out out) {
        out.write(-1 - width);
        out.write(least);
        out.write(words);
    }

    static Packed read(Bytes.In in, int entries, int kind) {
        int width = kind - 1;
        long least = in.read();
        return new Packed(least, width, in.words(Bitmap.words(entries * width)));
    }
}
