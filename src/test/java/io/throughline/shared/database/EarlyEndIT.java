package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.throughline.Throughline;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A portal that is asked to stop while it starts: the whole application in a process of its own, on a folder of its own. */
class EarlyEndIT {

    private static final Path FOLDER = Path.of("target", "early-end-test");
    private static final String DATABASE_UP = "Embedded MariaDB started";
    /** One of the first of many changes. */
    private static final String MIGRATING = "Running Changeset: db/changelog/people.sql";

    private static final String OPEN = "Tomcat started";
    private static final int SECONDS = 60;

    @BeforeEach
    void beforeTheFirstStart() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER.resolve("db"));
    }

    @Test
    void interrupted_it_stops_at_once_and_takes_its_database_along() throws Exception {
        var end = endedBy("INT", DATABASE_UP);

        assertThat(end.said()).noneMatch(line -> line.contains(OPEN));
        EmbeddedDatabase.start(new DataFolder(FOLDER)).close();
    }

    @Test
    void told_to_end_it_lets_a_migration_come_to_its_end_and_stops_its_database_in_order() throws Exception {
        var end = endedBy("TERM", MIGRATING);

        assertThat(end.said()).noneMatch(line -> line.contains(OPEN));
        // What a first start leaves is begun anew; here it is looked at.
        Files.delete(FOLDER.resolve("first-start.unfinished"));
        assertThat(one("select count(*) from DATABASECHANGELOG where id = 'grants'"))
                .isEqualTo("1");
        assertThat(one("select count(*) from DATABASECHANGELOGLOCK where locked"))
                .isEqualTo("0");
    }

    /** @param said after the signal */
    private record End(List<String> said) {}

    /** Starts a portal, sends it the signal when it says this, and sees both processes off. */
    private static End endedBy(String signal, String moment) throws Exception {
        var portal = portal();
        try (var output = portal.inputReader()) {
            readUntil(output, moment);
            assumeThat(signal.equals("INT") && ignoresInterrupts(portal))
                    .as("started by something that has its children ignore SIGINT")
                    .isFalse();
            var database = ProcessHandle.of(Long.parseLong(
                    Files.readString(FOLDER.resolve("run").resolve("db.pid")).strip()));
            assertThat(database).isPresent();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(portal.pid()))
                    .start()
                    .waitFor();
            var said = output.lines().toList();
            assertThat(portal.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(portal.exitValue()).isEqualTo(143);
            assertThat(database.orElseThrow().isAlive()).isFalse();
            return new End(said);
        } finally {
            portal.destroyForcibly();
        }
    }

    private static void readUntil(BufferedReader output, String moment) throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(moment)) {
                return;
            }
        }
        throw new AssertionError("it ended before \"" + moment + "\" and said:\n" + String.join("\n", said));
    }

    /** A shell starts what runs in its background like this, and Java keeps to it. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static Process portal() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace(";", File.pathSeparator),
                        Throughline.class.getName(),
                        "--server.port=0",
                        "--throughline.database.folder=" + FOLDER,
                        // What is said after the signal is looked at.
                        "--logging.register-shutdown-hook=false",
                        "--logging.level.liquibase=info",
                        "--logging.level.liquibase.changelog=info")
                .redirectErrorStream(true)
                .start();
    }

    private static String one(String sql) throws SQLException {
        try (var database = EmbeddedDatabase.start(new DataFolder(FOLDER));
                var connection = DriverManager.getConnection(
                        database.logins().url(),
                        database.logins().owner().user(),
                        database.logins().owner().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
