package io.throughline.support;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A form with two files in it, as no page of ours sends one. */
public final class SentForm {

    private SentForm() {}

    /** Sends it. @return the status of the answer */
    public static int to(UploadHandler upload) throws IOException {
        var request = new MockHttpServletRequest("POST", "/file");
        request.setContentType("Multipart/form-data; boundary=part");
        request.setContent("--part\r\n\r\na\r\n--part\r\n\r\nb\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        upload.handleRequest(
                new VaadinServletRequest(request, null), new VaadinServletResponse(response, null), null, null);
        return response.getStatus();
    }
}
