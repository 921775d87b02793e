package io.throughline.shared.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder the portal keeps its data in, held by one portal at a time. */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String MARKER = "throughline.folder";
    private static final int SECONDS_TO_STOP = 30;

    private final Path home;
    private final FileChannel lockFile;

    /** @throws DatabaseStartException with a message that says what to do, if the folder can't be ours */
    DataFolder(Path folder) {
        this.home = folder.toAbsolutePath().normalize();
        try {
            claim();
            this.lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                throw new DatabaseStartException("another portal is running on the data folder " + home
                        + ": stop it first, or choose another folder");
            }
            for (var inner : new Path[] {run(), temporary(), server(), keys()}) {
                Files.createDirectories(inner);
            }
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "the data folder " + home + " can't be written: give this user write access, or choose another", e);
        }
        stopLeftOver();
    }

    Path home() {
        return home;
    }

    Path database() {
        return home.resolve("db");
    }

    Path server() {
        return home.resolve("server");
    }

    Path temporary() {
        return home.resolve("tmp");
    }

    Path run() {
        return home.resolve("run");
    }

    Path keys() {
        return home.resolve("keys");
    }

    Path pidFile() {
        return run().resolve("db.pid");
    }

    Path bootstrap() {
        return run().resolve("bootstrap.sql");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("The lock of the data folder was not released", e);
        }
    }

    private void claim() throws IOException {
        if (Files.exists(home)) {
            var marker = home.resolve(MARKER);
            if (!Files.exists(marker) && !isEmpty(home)) {
                throw new DatabaseStartException(
                        "the folder " + home + " holds something else: choose an empty folder for the portal's data");
            }
        }
        Files.createDirectories(home);
        var marker = home.resolve(MARKER);
        if (!Files.exists(marker)) {
            Files.writeString(marker, "The data of a Throughline portal.\n");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** After a kill the server lives on and holds its files; nobody but us may stop it, and only if it is ours. */
    private void stopLeftOver() {
        try {
            if (!Files.exists(pidFile())) {
                return;
            }
            var pid = Long.parseLong(Files.readString(pidFile()).strip());
            var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
            if (process == null || !isOurs(process)) {
                Files.delete(pidFile());
                return;
            }
            LOG.info("A database left over from an earlier start is running on {}: stopping it in order", home);
            process.destroy();
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            Files.deleteIfExists(pidFile());
        } catch (Exception e) {
            throw new DatabaseStartException(
                    "a database left over on " + home + " did not stop: end the process named in " + pidFile(), e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(c -> Path.of(c).startsWith(server()))
                .isPresent();
    }
}
