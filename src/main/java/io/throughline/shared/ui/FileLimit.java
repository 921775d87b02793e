package io.throughline.shared.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How large one file may be, in bytes. The browser's word on how large it is does not count, and Flow keeps its own limits
 * for forms only, not for a file that is sent as it is.
 */
record FileLimit(long mostBytes) {

    static final int MEGABYTE = 1_000_000;

    private static final int AT_ONCE = 16_384;

    /** Writes what comes. Whether that is all of it; else it was refused, and nothing more is read. */
    boolean copy(UploadEvent upload, OutputStream out) throws IOException {
        if (upload.getFileSize() <= mostBytes && fits(upload, out)) {
            return true;
        }
        upload.reject(upload.getOwningComponent().getTranslation("upload.too-big", mostBytes / MEGABYTE));
        return false;
    }

    private boolean fits(UploadEvent upload, OutputStream out) throws IOException {
        var some = new byte[AT_ONCE];
        long left = mostBytes;
        try (var in = upload.getInputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                left -= read;
                if (left < 0) {
                    return false;
                }
                out.write(some, 0, read);
            }
        }
        return true;
    }
}
