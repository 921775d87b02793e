package io.throughline.shared.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads one file into memory, up to a {@link FileLimit limit} the server itself keeps. */
public class LimitedUpload implements PlainUpload {

    private static final long AROUND_IT = 100_000;

    private final FileLimit limit;
    private final SerializableConsumer<byte[]> read;

    public LimitedUpload(long mostBytes, SerializableConsumer<byte[]> read) {
        this.limit = new FileLimit(mostBytes);
        this.read = read;
    }

    @Override
    public void handleUploadRequest(UploadEvent upload) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (limit.copy(upload, bytes)) {
            upload.getUI().access(() -> read.accept(bytes.toByteArray()));
        }
    }

    @Override
    public long getFileSizeMax() {
        return limit.mostBytes();
    }

    @Override
    public long getRequestSizeMax() {
        return limit.mostBytes() + AROUND_IT;
    }
}
