package io.throughline.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that one process needs for a while. They bear a mark of that process, whose lock it holds as long as it lives: so
 * what it leaves behind when it is killed can be told from what another portal still uses, also one in a container, whose
 * process nobody outside of it sees.
 */
public final class TemporaryFiles {

    private static final String BEGIN = "throughline-";
    private static final String LOCK = ".lock";
    private static final String PART = ".part";
    private static final Pattern OURS = Pattern.compile(BEGIN + "([0-9a-f]{32})(?:\\" + LOCK + "|-.*\\" + PART + ")");

    private static @Nullable Claim claim;

    private TemporaryFiles() {}

    /** An empty file in the temporary folder; whoever asked for it deletes it. */
    public static Path create() throws IOException {
        return Files.createTempFile(BEGIN + mark() + "-", PART);
    }

    /** @param held open, and with it the lock, to the end of this process */
    private record Claim(String mark, Path lock, FileChannel held) {}

    /** Taken anew where somebody who tidies up removed the lock's file. */
    private static synchronized String mark() throws IOException {
        while (claim == null || !Files.exists(claim.lock())) {
            claim = claim();
        }
        return claim.mark();
    }

    /** None if somebody who looks for leftovers was faster: they then remove the lock's file. */
    private static @Nullable Claim claim() throws IOException {
        var mark = UUID.randomUUID().toString().replace("-", "");
        var lock = Path.of(System.getProperty("java.io.tmpdir")).resolve(BEGIN + mark + LOCK);
        var channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        lock.toFile().deleteOnExit();
        return new Claim(mark, lock, channel);
    }

    /** Deletes those in a folder whose process is gone. */
    static synchronized void deleteLeft(Path folder) throws IOException {
        for (var mark : marks(folder)) {
            // Looking at a lock of one's own would release it.
            if (claim == null || !claim.mark().equals(mark)) {
                deleteUnlessHeld(folder, mark);
            }
        }
    }

    /** Holds the lock meanwhile: whoever is just taking it sees that the mark is lost, and takes another. */
    private static void deleteUnlessHeld(Path folder, String mark) throws IOException {
        var lock = folder.resolve(BEGIN + mark + LOCK);
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return;
            }
            for (var file : of(mark, folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(lock);
        } catch (OverlappingFileLockException e) {
            // Another application in this process holds it.
            return;
        }
    }

    private static List<String> marks(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> OURS.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static List<Path> of(String mark, Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> isPart(file, mark)).toList();
        }
    }

    private static boolean isPart(Path file, String mark) {
        var name = file.getFileName().toString();
        return name.startsWith(BEGIN + mark + "-") && name.endsWith(PART);
    }
}
