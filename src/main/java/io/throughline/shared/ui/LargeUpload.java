package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import io.throughline.shared.TemporaryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Keeps one file in a temporary one, up to a limit; whoever hears of it, and of what it is called, deletes it. */
record LargeUpload(FileLimit limit, BiConsumer<Path, String> read) implements PlainUpload {

    @Override
    public void handleUploadRequest(UploadEvent upload) throws IOException {
        var file = TemporaryFiles.create();
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
            hand(upload.getUI(), upload.getOwningComponent(), file, upload.getFileName());
        }
    }

    /** Whoever wanted it may be gone by the time it is there: then nobody else deletes it. */
    void hand(UI ui, Component wanted, Path file, String name) {
        ui.accessLater(
                        () -> {
                            if (wanted.isAttached()) {
                                read.accept(file, name);
                            } else {
                                delete(file);
                            }
                        },
                        () -> delete(file))
                .run();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
