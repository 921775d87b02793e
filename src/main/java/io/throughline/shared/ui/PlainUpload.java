package io.throughline.shared.ui;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Takes one file a request, as its plain content with its name in a header. */
public interface PlainUpload extends UploadHandler {

    /** Our pages send no form: of one, whoever sent several files in it would be told that the fault is ours. */
    @Override
    default void handleRequest(VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
            throws IOException {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else {
            UploadHandler.super.handleRequest(request, response, session, owner);
        }
    }

    @Override
    default long getFileCountMax() {
        return 1;
    }
}
