package io.throughline.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes what killed portals left in the temporary folder: uploads and exports hold what people answered. It is done
 * before anybody can upload, when a file of this process's number is one of another process that had it before.
 */
@Component
class LeftFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

    LeftFiles(@Value("${java.io.tmpdir}") Path folder) {
        try {
            TemporaryFiles.leftIn(folder, LeftFiles::isGone).forEach(LeftFiles::delete);
        } catch (IOException e) {
            LOG.warn("Whether an earlier start left files in {} could not be seen", folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{}, which an earlier start left, could not be deleted", file, e);
        }
    }

    private static boolean isGone(long process) {
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }
}
