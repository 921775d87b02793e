package io.throughline.survey.intake;

import io.throughline.shared.Hashes;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file of answers, read as UTF-8, or as UTF-16 where its first two bytes say so: what is something else would be taken in as other words. */
final class ImportFile implements AutoCloseable {

    private static final int BIG_ENDIAN = 0xFEFF;
    private static final int LITTLE_ENDIAN = 0xFFFE;

    private final FileChannel channel;

    private ImportFile(Path file, OpenOption... options) {
        try {
            channel = FileChannel.open(file, Set.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file stays where it is. */
    static ImportFile open(Path file) {
        return new ImportFile(file, StandardOpenOption.READ);
    }

    /** The file is gone when this is closed or, where the system can, as soon as the process ends: people's words are in it. */
    static ImportFile take(Path file) {
        return new ImportFile(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Reads something out of a file. */
    interface Reading<T> {
        T of(BufferedReader reader) throws IOException;
    }

    /** From its beginning, however often. */
    <T> T read(Reading<T> reading) {
        try {
            var decoder = charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return reading.of(new BufferedReader(new InputStreamReader(bytes(), decoder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheets call UTF-16 "Unicode text". */
    private Charset charset() throws IOException {
        var start = ByteBuffer.allocate(2);
        int read = channel.read(start, 0);
        int mark = read < 2 ? 0 : start.getChar(0);
        return mark == BIG_ENDIAN || mark == LITTLE_ENDIAN ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** SHA-256 of all of it. */
    String hash() {
        try {
            return Hashes.sha256(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever has read them to their end closes nothing. */
    private InputStream bytes() throws IOException {
        return new FilterInputStream(Channels.newInputStream(channel.position(0))) {
            @Override
            public void close() {
                // The channel is read again.
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
