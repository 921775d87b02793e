package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path home;

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Files.writeString(home.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> new DataFolder(home))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("holds something else");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_folder_that_can_t_be_made_is_named() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        assertThatThrownBy(() -> new DataFolder(file.resolve("data")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("write access");
    }

    @Test
    void a_second_portal_is_refused_while_the_first_one_runs() {
        var data = home.resolve("data");
        try (var first = new DataFolder(data)) {
            assertThat(first.home()).exists();
            assertThatThrownBy(() -> new DataFolder(data))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("another portal is running");
        }
        new DataFolder(data).close();
    }

    @Test
    void a_process_that_is_not_ours_survives_a_stale_pid_file() throws Exception {
        var data = home.resolve("data");
        new DataFolder(data).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("run").resolve("db.pid"), stranger.pid() + "\n");
            new DataFolder(data).close();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.resolve("run").resolve("db.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_first_start_that_was_cut_off_is_begun_anew_and_a_finished_one_never() throws Exception {
        var data = home.resolve("data");
        var row = data.resolve("db").resolve("row");
        var anchors = data.resolve("audit-anchors.jsonl");
        try (var first = new DataFolder(data)) {
            first.firstStartBegins();
            Files.createDirectories(row.getParent());
            Files.writeString(row, "half of the demo");
            Files.writeString(anchors, "signed");
        }
        try (var second = new DataFolder(data)) {
            assertThat(row).doesNotExist();
            assertThat(anchors).doesNotExist();
            assertThat(data.resolve("cut-off-audit-anchors.jsonl")).hasContent("signed");
            second.firstStartBegins();
            Files.createDirectories(row.getParent());
            Files.writeString(row, "somebody's");
            second.firstStartIsOver();
        }
        new DataFolder(data).close();
        assertThat(row).hasContent("somebody's");
    }

    @Test
    void a_database_of_somebody_else_on_our_files_is_named_and_left_alone() throws Exception {
        var data = home.resolve("data");
        new DataFolder(data).close();
        Files.createDirectories(data.resolve("db"));
        var held = Files.writeString(data.resolve("db").resolve("ibdata1"), "x");
        try (var channel = FileChannel.open(held, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> new DataFolder(data))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("not this portal's");
        }
    }
}
