package io.throughline.shared.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes one CSV file in UTF-8, by button or by dropping it. */
public class CsvUpload extends Upload {

    /** Of at most a million bytes, read at once. */
    public CsvUpload(Consumer<String> read) {
        this(
                new LimitedUpload(FileLimit.MEGABYTE, bytes -> read.accept(new String(bytes, StandardCharsets.UTF_8))),
                FileLimit.MEGABYTE);
    }

    /** A larger one, kept in a temporary file that whoever hears of it, and of what it is called, deletes. */
    public static CsvUpload large(long mostBytes, BiConsumer<Path, String> read) {
        return new CsvUpload(new Large(new FileLimit(mostBytes), read), mostBytes);
    }

    private CsvUpload(UploadHandler handler, long mostBytes) {
        super(handler);
        setAcceptedFileTypes("text/csv", ".csv");
        setMaxFiles(1);
        setMaxFileSize((int) mostBytes);
        UploadWords.write(
                this,
                getTranslation("upload.too-big", mostBytes / FileLimit.MEGABYTE),
                getTranslation("upload.csv-only"));
    }

    private record Large(FileLimit limit, BiConsumer<Path, String> read) implements UploadHandler {

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
}
