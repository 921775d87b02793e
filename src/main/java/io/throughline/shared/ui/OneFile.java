package io.throughline.shared.ui;

import com.vaadin.flow.component.upload.Upload;

/** An upload of one file, of which another one takes the place: by itself the field waits until the first is removed. */
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
            this.updateComplete?.then(() => this.shadowRoot.querySelector('input[type=file]').removeAttribute('multiple'));
            """;

    private OneFile() {}

    static void in(Upload upload) {
        upload.setMaxFiles(THAT_AND_THE_NEXT);
        // Whenever it is shown anew the browser has another element.
        upload.addAttachListener(attached -> upload.getElement().executeJs(REPLACING));
    }
}
