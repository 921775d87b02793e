package io.throughline.survey.ui.results;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.throughline.shared.DomainException;
import io.throughline.shared.TemporaryFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;

/**
 * A file made when it is fetched, whoever may have it being asked then. It is made on disk first, so that a slow reader
 * holds no database connection and what fails half-way is no half file.
 */
record FreshFile(String name, String mediaType, Content content) implements DownloadHandler {

    /** Writes the whole of it. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent download) throws IOException {
        var response = download.getResponse();
        var made = TemporaryFiles.create();
        try {
            try (var out = Files.newOutputStream(made)) {
                content.write(out);
            }
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(mediaType);
            Files.copy(made, response.getOutputStream());
        } catch (DomainException | AccessDeniedException _) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
        } finally {
            Files.deleteIfExists(made);
        }
    }

    @Override
    public String getUrlPostfix() {
        return name;
    }
}
