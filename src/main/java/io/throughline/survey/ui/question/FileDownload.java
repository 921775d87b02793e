package io.throughline.survey.ui.question;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.throughline.shared.DomainException;
import io.throughline.survey.FileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;

/**
 * Hands a file out that somebody gave as an answer. Whether the viewer may have it is asked when it is fetched. It is
 * saved, never shown: whatever it holds, no browser runs it here.
 */
record FileDownload(FilesDoor files, FileId file) implements DownloadHandler {

    @Override
    public void handleDownloadRequest(DownloadEvent download) throws IOException {
        var response = download.getResponse();
        try {
            var found = files.read(file);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(found.file().name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(found.file().mediaType());
            response.setContentLength(found.bytes().length);
            response.getOutputStream().write(found.bytes());
        } catch (DomainException | AccessDeniedException _) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }

    @Override
    public String getUrlPostfix() {
        return "file";
    }
}
