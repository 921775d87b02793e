package io.throughline.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes one CSV file of at most a million bytes, by button or by dropping it. */
class CsvUpload extends Upload {

    private static final int MOST_BYTES = 1_000_000;

    CsvUpload(Consumer<String> read) {
        super(UploadHandler.inMemory((file, bytes) -> read.accept(new String(bytes, StandardCharsets.UTF_8))));
        setAcceptedFileTypes("text/csv", ".csv");
        setMaxFiles(1);
        setMaxFileSize(MOST_BYTES);
        setUploadButton(new Button(getTranslation("people.import.choose")));
        setDropLabel(new Span(getTranslation("people.import.drop")));
        setI18n(texts());
    }

    private UploadI18N texts() {
        var errors = new UploadI18N.Error()
                .setTooManyFiles(getTranslation("people.import.one-file"))
                .setFileIsTooBig(getTranslation("people.import.too-big"))
                .setIncorrectFileType(getTranslation("people.import.csv-only"));
        var file = new UploadI18N.File()
                .setRetry(getTranslation("save.retry"))
                .setRemove(getTranslation("people.import.remove"));
        return new UploadI18N().setError(errors).setFile(file);
    }
}
