package io.throughline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes one CSV file in UTF-8 of at most a million bytes, by button or by dropping it. */
public class CsvUpload extends Upload {

    private static final int MOST_BYTES = 1_000_000;

    public CsvUpload(Consumer<String> read) {
        super(UploadHandler.inMemory((file, bytes) -> read.accept(new String(bytes, StandardCharsets.UTF_8))));
        setAcceptedFileTypes("text/csv", ".csv");
        setMaxFiles(1);
        setMaxFileSize(MOST_BYTES);
        setUploadButton(new Button(getTranslation("upload.choose")));
        setDropLabel(new Span(getTranslation("upload.drop")));
        setI18n(texts());
    }

    private UploadI18N texts() {
        var errors = new UploadI18N.Error()
                .setTooManyFiles(getTranslation("upload.one-file"))
                .setFileIsTooBig(getTranslation("upload.too-big"))
                .setIncorrectFileType(getTranslation("upload.csv-only"));
        var file =
                new UploadI18N.File().setRetry(getTranslation("save.retry")).setRemove(getTranslation("upload.remove"));
        return new UploadI18N().setError(errors).setFile(file);
    }
}
