package io.throughline.audit;

import io.throughline.audit.chain.Anchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/** Signed heads of the chain, one a line, in a file outside the database. Lines are only ever appended. */
final class AnchorFile {

    private final Path file;

    AnchorFile(Path file) {
        this.file = file;
    }

    /** Every whole line; what was cut while being written is none. */
    List<String> lines() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            var text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor file " + file + " can't be read", e);
        }
    }

    /** The last sequence an anchor of this file covers; 0 if there is none. */
    long end() {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return endOf(Tail.of(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor file " + file + " can't be read", e);
        }
    }

    /**
     * Appends what is missing, and returns when the disk has it.
     *
     * @param missing the lines of the anchors behind a sequence
     */
    synchronized void complete(LongFunction<List<String>> missing) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                var tail = Tail.of(channel);
                channel.truncate(tail.end());
                channel.position(tail.end());
                for (var line : missing.apply(endOf(tail))) {
                    write(channel, line + "\n");
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor file " + file + " can't be written", e);
        }
    }

    private long endOf(Tail tail) {
        if (tail.line().isEmpty()) {
            return 0;
        }
        var anchor = Anchor.parse(tail.line());
        if (anchor == null) {
            throw new IllegalStateException("the last line of the anchor file " + file + " is damaged");
        }
        return anchor.to();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * How the file ends. Found from its end: it only grows, and is looked at several times a second.
     *
     * @param end how many bytes its whole lines are
     * @param line the last whole one, without its end; empty if there is none
     */
    private record Tail(long end, String line) {

        private static final int BLOCK = 64 * 1024;

        static Tail of(FileChannel channel) throws IOException {
            var bytes = new byte[0];
            for (long start = channel.size(); ; ) {
                int last = newlineBefore(bytes, bytes.length);
                int before = newlineBefore(bytes, last);
                if (start == 0 || before >= 0) {
                    return last < 0
                            ? new Tail(0, "")
                            : new Tail(
                                    start + last + 1,
                                    new String(bytes, before + 1, last - before - 1, StandardCharsets.UTF_8));
                }
                long from = Math.max(0, start - BLOCK);
                bytes = joined(read(channel, from, Math.toIntExact(start - from)), bytes);
                start = from;
            }
        }

        /** @return -1 if there is none */
        private static int newlineBefore(byte[] bytes, int end) {
            int at = end - 1;
            while (at >= 0 && bytes[at] != '\n') {
                at--;
            }
            return Math.max(-1, at);
        }

        private static byte[] read(FileChannel channel, long from, int length) throws IOException {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                continue;
            }
            return bytes.array();
        }

        private static byte[] joined(byte[] first, byte[] second) {
            var both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    }
}
