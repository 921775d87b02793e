package io.throughline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What an upload of one file says, in the reader's language, and that another file takes its place. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * @param tooLarge said of a file that is larger than it may be
     * @param otherType said of a file of another type
     */
    public static void write(Upload upload, String tooLarge, String otherType) {
        OneFile.in(upload);
        upload.setUploadButton(new Button(upload.getTranslation("upload.choose")));
        upload.setDropLabel(new Span(upload.getTranslation("upload.drop")));
        // By itself the field drops a file it doesn't take without a word.
        upload.addFileRejectedListener(rejected -> Notices.refused(rejected.getErrorMessage()));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(upload.getTranslation("upload.one-file"))
                        .setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(otherType))
                .setUploading(under(upload, tooLarge))
                .setFile(new UploadI18N.File()
                        .setRetry(upload.getTranslation("save.retry"))
                        .setRemove(upload.getTranslation("upload.remove"))));
    }

    private static UploadI18N.Uploading under(Upload upload, String tooLarge) {
        var failed = upload.getTranslation("upload.failed");
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(upload.getTranslation("upload.connecting"))
                        .setStalled(upload.getTranslation("upload.stalled"))
                        .setProcessing(upload.getTranslation("upload.processing"))
                        .setHeld(upload.getTranslation("upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(upload.getTranslation("upload.remaining") + " ")
                        .setUnknown(upload.getTranslation("upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(failed)
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)
                        .setFileTooLarge(tooLarge));
    }
}
