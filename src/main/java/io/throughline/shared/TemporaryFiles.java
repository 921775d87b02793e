package io.throughline.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * Files that one process needs for a while. They are named by the process, so that what it leaves behind when it is killed
 * can be told from what another portal on this machine still uses.
 */
public final class TemporaryFiles {

    private static final Pattern OURS = Pattern.compile("throughline-(\\d{1,18})-.*\\.part");

    private TemporaryFiles() {}

    /** An empty file in the temporary folder; whoever asked for it deletes it. */
    public static Path create() throws IOException {
        return Files.createTempFile("throughline-" + ProcessHandle.current().pid() + "-", ".part");
    }

    /** Those in a folder whose process, by its number, is gone. */
    static List<Path> leftIn(Path folder, LongPredicate gone) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var name = OURS.matcher(file.getFileName().toString());
                        return name.matches() && gone.test(Long.parseLong(name.group(1)));
                    })
                    .toList();
        }
    }
}
