package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftFilesTest {

    @TempDir
    Path folder;

    @Test
    void what_a_process_left_that_is_gone_is_deleted_and_nothing_else() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        var alive = ProcessHandle.current().parent().orElseThrow().pid();
        var left = file("throughline-" + gone.pid() + "-1234.part");
        var before = file("throughline-" + ProcessHandle.current().pid() + "-1234.part");
        var others = new Path[] {
            file("throughline-" + alive + "-1234.part"),
            file("throughline-" + gone.pid() + "-notes.txt"),
            file("throughline-notes-1234.part"),
            file("else-" + gone.pid() + "-1234.part")
        };

        new LeftFiles(folder);

        assertThat(left).doesNotExist();
        assertThat(before)
                .as("of one that had this one's number, as every container's first has")
                .doesNotExist();
        assertThat(others).allSatisfy(other -> assertThat(other).exists());
    }

    @Test
    void a_file_is_found_again_by_its_name() throws IOException {
        var made = TemporaryFiles.create();
        try {
            assertThat(TemporaryFiles.leftIn(
                            made.getParent(),
                            process -> process == ProcessHandle.current().pid()))
                    .contains(made);
        } finally {
            Files.delete(made);
        }
    }

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
