package io.throughline.shared.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;

/** Reads one file into memory, up to a limit the server itself keeps: the browser's word on how large it is does not count. */
public class LimitedUpload extends InMemoryUploadHandler {

    private static final long AROUND_IT = 100_000;

    private final long mostBytes;

    public LimitedUpload(long mostBytes, SerializableConsumer<byte[]> read) {
        super((file, bytes) -> read.accept(bytes));
        this.mostBytes = mostBytes;
    }

    @Override
    public long getFileSizeMax() {
        return mostBytes;
    }

    @Override
    public long getRequestSizeMax() {
        return mostBytes + AROUND_IT;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
