package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftFilesTest {

    private static final String NOBODYS = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void what_another_portal_uses_is_left_alone_until_that_is_killed() throws Exception {
        var portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace(";", File.pathSeparator),
                        UploadingPortal.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var said = portal.inputReader()) {
            var upload = Path.of(said.readLine());

            new LeftFiles(folder);
            assertThat(upload).exists();

            portal.destroyForcibly().waitFor();
            new LeftFiles(folder);
            assertThat(folder).isEmptyDirectory();
        } finally {
            portal.destroyForcibly();
        }
    }

    @Test
    void what_nobody_holds_is_deleted_and_nothing_else() throws IOException {
        var left = file("throughline-" + NOBODYS + "-1234.part");
        var others = new Path[] {
            file("throughline-" + NOBODYS + "-notes.txt"),
            file("throughline-notes-1234.part"),
            file("else-" + NOBODYS + "-1234.part")
        };

        new LeftFiles(folder);

        assertThat(left).doesNotExist();
        assertThat(others).allSatisfy(other -> assertThat(other).exists());
    }

    @Test
    void what_this_process_uses_is_left_alone() throws IOException {
        var made = TemporaryFiles.create();
        try {
            new LeftFiles(made.getParent());
            assertThat(made).exists();
        } finally {
            Files.delete(made);
        }
    }

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
