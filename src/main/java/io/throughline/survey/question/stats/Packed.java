package io.throughline.survey.question.stats;

/**
 * Numbers one after the other, each in as many bits as the range of all needs. An empty word is behind the last one.
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
        var words = new long[words(numbers.length, width)];
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

    private static int words(int entries, int width) {
        return width == 0 ? 0 : Bitmap.words(entries * width) + 1;
    }

    @Override
    public long at(int entry) {
        if (width == 0) {
            return least;
        }
        int bit = entry * width;
        int word = bit / Long.SIZE;
        // Of the next word as many bits as this one lacks, none where it lacks none: whether it does can't be foretold.
        long above = words[word] >>> bit | words[word + 1] << 1 << ~bit;
        return least + (above & -1L >>> -width);
    }

    @Override
    public long base() {
        return least;
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
        return new Packed(least, width, in.words(words(entries, width)));
    }
}
