package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.support.LogBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** With programs that behave like a server that ends. */
class ServerKeeperTest {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3));

    @TempDir
    Path home;

    private final List<Process> launched = Collections.synchronizedList(new ArrayList<>());
    private DataFolder folder;

    @BeforeEach
    void claim() {
        folder = new DataFolder(home.resolve("data"));
    }

    @Test
    void one_that_ends_is_started_again_and_so_is_the_next() throws Exception {
        try (var keeper = keeper("read end")) {
            for (int end = 1; end <= 2; end++) {
                launched.getLast().destroyForcibly();
                int expected = end + 1;
                await().untilAsserted(() -> assertThat(launched).hasSize(expected));
            }
        }
        assertThat(launched).noneMatch(Process::isAlive);
    }

    @Test
    void one_that_never_stays_up_is_given_up_and_what_to_do_is_said_once() throws Exception {
        try (var log = new LogBook(new StandardEnvironment());
                var keeper = keeper("echo '[ERROR] no space left'; exit 3")) {
            await().untilAsserted(
                            () -> assertThat(log.lines()).anyMatch(line -> line.contains("is not started any more")));
            assertThat(launched).hasSize(1 + PAUSES.size());
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("is started again"))
                    .hasSize(PAUSES.size());
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("\"ERROR\""))
                    .singleElement()
                    .asString()
                    .contains("no space left", "start it again");
        }
    }

    @Test
    void once_the_portal_is_stopping_none_is_started() throws Exception {
        try (var log = new LogBook(new StandardEnvironment());
                var keeper = keeper("read end")) {
            keeper.letGo();
            launched.getLast().destroyForcibly();
            keeper.close();
            assertThat(launched).hasSize(1);
            assertThat(log.lines()).noneMatch(line -> line.contains("is started again"));
        }
    }

    private ServerKeeper keeper(String then) throws IOException {
        return ServerKeeper.start(folder, () -> new ServerProcess(launch(then)), PAUSES);
    }

    private Process launch(String then) throws IOException {
        var process = new ProcessBuilder("sh", "-c", "echo 'server: ready for connections'; " + then)
                .redirectErrorStream(true)
                .start();
        launched.add(process);
        return process;
    }
}
