package io.throughline.shared.ui;

import com.vaadin.flow.component.upload.Upload;

/**
 * An upload of one file, of which another one takes the place: by itself the field waits until the first is removed. Of
 * several that are dropped at once none is taken: each would take the place of the one before while that is still on its way.
 */
final class OneFile {

    /** The one that is there, and the one that replaces it. */
    private static final int THAT_AND_THE_NEXT = 2;

    private static final String REPLACING = """
            this.addEventListener('upload-before', event => {
              for (const earlier of this.files.filter(file => file !== event.detail.file)) {
                earlier.abort = true;
                earlier.xhr?.abort();
              }
              this.files = [event.detail.file];
            });
            this._addFiles = files => {
              if (files.length > 1) {
                this.dispatchEvent(new CustomEvent('file-reject', { detail: { file: files[0], error: $0 } }));
              } else {
                this.constructor.prototype._addFiles.call(this, files);
              }
            };
            this.updateComplete?.then(() => this.shadowRoot.querySelector('input[type=file]').removeAttribute('multiple'));
            """;

    private OneFile() {}

    static void in(Upload upload) {
        upload.setMaxFiles(THAT_AND_THE_NEXT);
        // Whenever it is shown anew the browser has another element.
        upload.addAttachListener(
                attached -> upload.getElement().executeJs(REPLACING, upload.getTranslation("upload.one-file")));
    }
}
