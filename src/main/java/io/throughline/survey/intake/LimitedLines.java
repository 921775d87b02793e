package io.throughline.survey.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Ends with an error where a line is so long that it is none: nobody has to keep it all. */
final class LimitedLines extends Reader {

    private final Reader in;
    private final int longest;
    private long sinceLine;

    /** @param longest in characters; what is read ahead counts for the line before it */
    LimitedLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Whoever reads it has understood what came so far. */
    void nextLine() {
        sinceLine = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (sinceLine > longest) {
            throw new UncheckedIOException(new IOException("a line of more than " + longest + " characters"));
        }
        int read = in.read(into, from, length);
        sinceLine += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
