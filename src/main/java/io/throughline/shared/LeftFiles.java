package io.throughline.shared;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes what killed portals left in the temporary folder: uploads and exports hold what people answered. It is done
 * before anybody can upload.
 */
@Component
class LeftFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

    LeftFiles(@Value("${java.io.tmpdir}") Path folder) {
        try {
            TemporaryFiles.deleteLeft(folder);
        } catch (IOException e) {
            LOG.warn("What an earlier start left in {} could not all be deleted", folder, e);
        }
    }
}
