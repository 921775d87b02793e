package io.throughline.shared.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's programs at work. They are run from here, since the library that unpacks them trips over a path
 * with spaces, and waits half a minute for a server that has long ended.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final String READY = ": ready for connections";
    private static final int LINES_TO_TELL = 12;
    private static final int SECONDS_TO_STOP = 60;
    private static final long LEAST_AT_HAND = 128L << 20;
    private static final long MOST_AT_HAND = 1L << 30;

    private final Process process;
    private final BufferedReader output;
    private final Deque<String> latest = new ArrayDeque<>();

    ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Makes the system tables beside their place first: a start that is killed here leaves nothing half made. */
    static void install(DataFolder folder, String libraryVariable) throws IOException {
        var fresh = folder.freshDatabase();
        // The script can't spell a folder with spaces, so it is told where it stands.
        var script = program(
                folder,
                libraryVariable,
                List.of(
                        "./scripts/mariadb-install-db",
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve",
                        "--basedir=.",
                        "--datadir=" + fresh));
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (waitFor(script) != 0) {
            throw new DatabaseStartException("the embedded database could not be set up:\n" + said.strip());
        }
        Files.deleteIfExists(folder.database());
        Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A server that is about to start. */
    static ServerProcess launch(DataFolder folder, String libraryVariable, Path socket, Path bootstrap)
            throws IOException {
        return new ServerProcess(program(folder, libraryVariable, arguments(folder, socket, bootstrap)));
    }

    /**
     * Returns when it takes connections, however long it has to repair before.
     *
     * @throws DatabaseStartException with what it said, if it ends instead
     */
    void awaitReady() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            keep(line);
            if (line.contains(READY)) {
                return;
            }
        }
        throw new DatabaseStartException(
                "the embedded database did not start (exit code " + waitFor(process) + "). It said:\n  " + said());
    }

    /** Ends the server in order. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("The embedded database (process {}) is still stopping", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> arguments(DataFolder folder, Path socket, Path bootstrap) {
        var arguments = new ArrayList<>(List.of(
                folder.server().resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--console",
                "--basedir=" + folder.server(),
                "--datadir=" + folder.database(),
                "--tmpdir=" + folder.temporary(),
                "--socket=" + socket,
                "--pid-file=" + folder.pidFile(),
                "--init-file=" + bootstrap,
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--innodb-buffer-pool-size=" + atHand(machine().getTotalMemorySize()),
                "--skip-networking",
                "--skip-ssl",
                "--innodb-snapshot-isolation=ON",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-rollback-on-timeout=ON",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--server-id=1",
                "--sync-binlog=1",
                "--expire-logs-days=7",
                "--log-bin-trust-function-creators=1",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--user=root");
        }
        return arguments;
    }

    /**
     * How much of its data a server keeps at hand: an eighth of the memory there is, but not less than servers usually do, and
     * no more than the answers of some hundred thousand people need. It takes what it uses.
     *
     * @param memory of the machine, or of the container, in bytes
     * @return in bytes
     */
    static long atHand(long memory) {
        return Math.clamp(memory / 8, LEAST_AT_HAND, MOST_AT_HAND);
    }

    private static OperatingSystemMXBean machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static Process program(DataFolder folder, String libraryVariable, List<String> command) throws IOException {
        var program =
                new ProcessBuilder(command).directory(folder.server().toFile()).redirectErrorStream(true);
        var environment = program.environment();
        environment.put(libraryVariable, folder.server().resolve("libs").toString());
        // A server that starts removes the temporary tables it finds: in a shared folder, those of another one.
        environment.put("TMPDIR", folder.temporary().toString());
        return program.start();
    }

    /** Reads on to the end, since a server whose output nobody reads would come to a halt, and returns when it ended. */
    void awaitEnd() {
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                if (line.contains("[ERROR]")) {
                    LOG.warn("Database: {}", line);
                } else {
                    LOG.debug("Database: {}", line);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The database's output ended", e);
        }
        waitFor(process);
    }

    /** The latest lines, for a person who looks for the reason. */
    String said() {
        return String.join("\n  ", latest);
    }

    private void keep(String line) {
        latest.add(line);
        if (latest.size() > LINES_TO_TELL) {
            latest.remove();
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("the start of the embedded database was interrupted", e);
        }
    }
}
