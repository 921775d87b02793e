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
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

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
        var lines = lines();
        return lines.isEmpty() ? 0 : endOf(lines.getLast());
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
                var text = read(channel);
                int whole = text.lastIndexOf('\n') + 1;
                var last = text.substring(0, whole).lines().reduce((a, b) -> b).orElse(null);
                channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
                channel.position(channel.size());
                for (var line : missing.apply(last == null ? 0 : endOf(last))) {
                    write(channel, line + "\n");
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor file " + file + " can't be written", e);
        }
    }

    private long endOf(String line) {
        @Nullable Anchor anchor = Anchor.parse(line);
        if (anchor == null) {
            throw new IllegalStateException("the last line of the anchor file " + file + " is damaged");
        }
        return anchor.to();
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
