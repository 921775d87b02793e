package io.throughline.shared.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder the portal keeps its data in, held by one portal at a time. */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String MARKER = "throughline.folder";
    private static final Pattern SERIES = Pattern.compile("Ver (\\d+\\.\\d+)\\.");
    private static final String LOCK = "lock";
    private static final String ANCHORS = "audit-anchors.jsonl";
    private static final int SECONDS_TO_STOP = 30;

    private final Path home;
    private final FileChannel lockFile;

    /** @throws DatabaseStartException with a message that says what to do, if the folder can't be ours */
    DataFolder(Path folder) {
        try {
            claim(folder);
            // Processes are known by the real paths of their programs.
            this.home = folder.toRealPath();
            this.lockFile = FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                throw new DatabaseStartException("another portal is running on the data folder " + home
                        + ": stop it first, or choose another folder");
            }
            for (var inner : new Path[] {run(), temporary(), server(), keys()}) {
                Files.createDirectories(inner);
            }
            stopLeftOver();
            beginAnewWhatWasCutOff();
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "the data folder " + folder.toAbsolutePath().normalize()
                            + " can't be written: give this user write access, or choose another",
                    e);
        }
    }

    /** Whether a portal is running on this folder. */
    static boolean isHeld(Path folder) {
        var lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            throw new DatabaseStartException("the data folder " + folder + " can't be read by this user", e);
        }
    }

    static Path logins(Path folder) {
        return folder.toAbsolutePath().normalize().resolve("run").resolve("logins");
    }

    Path home() {
        return home;
    }

    Path database() {
        return home.resolve("db");
    }

    /** An empty place beside {@link #database()} for one being made; what an interrupted start left there is gone. */
    Path freshDatabase() throws IOException {
        var fresh = home.resolve("db.new");
        FileSystemUtils.deleteRecursively(fresh);
        return Files.createDirectory(fresh);
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

    /**
     * Notes that what is in the database is nobody's yet: a start that finds this note begins anew.
     *
     * @throws DatabaseStartException if it can't be noted
     */
    void firstStartBegins() {
        try {
            Files.writeString(unfinished(), "", StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new DatabaseStartException("the data folder " + home + " can't be written", e);
        }
    }

    /**
     * From now on everything in the database is kept.
     *
     * @throws DatabaseStartException if the note can't be removed: the next start would begin anew
     */
    void firstStartIsOver() {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new DatabaseStartException("the data folder " + home + " can't be written", e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("The lock of the data folder was not released", e);
        }
    }

    private static void claim(Path home) throws IOException {
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

    /**
     * After a kill the server lives on and holds its files; nobody but us may stop it, and only if it is ours: it is known by
     * the program it runs, since one that was still starting then has not written its number yet.
     */
    void stopLeftOver() throws IOException {
        var left = ProcessHandle.allProcesses().filter(this::isOurs).toList();
        if (!left.isEmpty()) {
            LOG.info("A database left over from an earlier start is running on {}: stopping it in order", home);
            // Together: one that waits for the files of another would get them.
            left.forEach(ProcessHandle::destroy);
        }
        for (var process : left) {
            try {
                process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new DatabaseStartException(
                        "a database left over on " + home + " did not stop: end process " + process.pid(), e);
            }
        }
        Files.deleteIfExists(pidFile());
        refuseForeign();
    }

    /** The anchors sign a trail that goes with the database; they are kept, but no longer in force. */
    private void beginAnewWhatWasCutOff() throws IOException {
        if (!Files.exists(unfinished())) {
            return;
        }
        LOG.warn("The first start on {} was cut off before anybody could come in: it begins anew", home);
        FileSystemUtils.deleteRecursively(database());
        var anchors = home.resolve(ANCHORS);
        if (Files.exists(anchors)) {
            Files.move(anchors, home.resolve("cut-off-" + ANCHORS), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(unfinished());
    }

    private Path unfinished() {
        return home.resolve("first-start.unfinished");
    }

    /** Whether a server runs on these data, whoever started it: it locks this file for as long as it does. */
    boolean isServed() throws IOException {
        var held = database().resolve("ibdata1");
        if (!Files.exists(held)) {
            return false;
        }
        try (var channel = FileChannel.open(held, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private void refuseForeign() throws IOException {
        if (isServed()) {
            throw new DatabaseStartException("a database server that is not this portal's runs on " + database()
                    + foreignProcess() + ": it is left alone; stop it first");
        }
    }

    private String foreignProcess() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments ->
                                String.join(" ", arguments).contains(database().toString()))
                        .orElse(false))
                .findAny()
                .map(process -> " (process " + process.pid() + ")")
                .orElse("");
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(c -> Path.of(c).startsWith(server()))
                .isPresent();
    }

    /**
     * A server can't read the files of a later series. Notes the series of the one about to start.
     *
     * @throws DatabaseStartException if a later series wrote these files
     */
    void refuseDataOfNewerServer() throws IOException {
        var ours = series();
        var note = home.resolve("server.series");
        if (Files.exists(note)) {
            var theirs = Files.readString(note).strip();
            if (Runtime.Version.parse(theirs).compareTo(Runtime.Version.parse(ours)) > 0) {
                throw new DatabaseStartException("the data in " + home + " was written by MariaDB " + theirs
                        + ", and this portal brings " + ours + ": start the newer version of the portal");
            }
        }
        Files.writeString(note, ours + "\n");
    }

    private String series() throws IOException {
        var process = new ProcessBuilder(
                        server().resolve("bin").resolve("mariadbd").toString(), "--no-defaults", "--version")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var series = SERIES.matcher(said);
        if (!series.find()) {
            throw new DatabaseStartException(
                    "the embedded database server does not run on this machine: " + said.strip());
        }
        return series.group(1);
    }
}
