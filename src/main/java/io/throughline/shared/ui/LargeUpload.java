package io.throughline.shared.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Keeps one file in a temporary one, up to a limit; whoever hears of it, and of what it is called, deletes it. */
record LargeUpload(FileLimit limit, BiConsumer<Path, String> read) implements UploadHandler {

    @Override
    public void handleUploadRequest(UploadEvent upload) throws IOException {
        var file = Files.createTempFile("throughline", ".csv");
        boolean taken = false;
        try {
            try (var out = Files.newOutputStream(file)) {
                taken = limit.copy(upload, out);
            }
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
        if (taken) {
            upload.getUI().access(() -> read.accept(file, upload.getFileName()));
        }
    }

    @Override
    public long getFileSizeMax() {
        return limit.mostBytes();
    }

    @Override
    public long getRequestSizeMax() {
        return limit.mostBytes() + FileLimit.MEGABYTE;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
