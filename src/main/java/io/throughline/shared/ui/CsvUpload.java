package io.throughline.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes one CSV file in UTF-8, by button or by dropping it. */
public class CsvUpload extends Upload {

    private static final long MEGABYTE = 1_000_000;

    /** Of at most a million bytes, read at once. */
    public CsvUpload(Consumer<String> read) {
        this(new LimitedUpload(MEGABYTE, bytes -> read(bytes, read)), MEGABYTE);
    }

    /** What is written in another encoding would be taken in with other letters. */
    static void read(byte[] bytes, Consumer<String> read) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            Notices.refused(UI.getCurrent().getTranslation("upload.not-utf8"));
            return;
        }
        read.accept(text);
    }

    /** A larger one, kept in a temporary file that whoever hears of it, and of what it is called, deletes. */
    public static CsvUpload large(long mostBytes, BiConsumer<Path, String> read) {
        return new CsvUpload(new LargeUpload(new FileLimit(mostBytes), read), mostBytes);
    }

    /** @param arriving hears that a file begins to arrive, and that it has arrived or comes no more */
    public CsvUpload whileArriving(Consumer<Boolean> arriving) {
        getElement().addEventListener("upload-start", start -> arriving.accept(true));
        for (var end : List.of("upload-success", "upload-error", "upload-abort")) {
            getElement().addEventListener(end, over -> arriving.accept(false));
        }
        return this;
    }

    private CsvUpload(UploadHandler handler, long mostBytes) {
        super(handler);
        setAcceptedFileTypes("text/csv", ".csv");
        setMaxFileSize((int) mostBytes);
        UploadWords.write(
                this, getTranslation("upload.too-big", mostBytes / MEGABYTE), getTranslation("upload.csv-only"));
    }
}
