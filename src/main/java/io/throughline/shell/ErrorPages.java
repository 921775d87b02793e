package io.throughline.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * What is said where a request failed before a page or the door for programs took it: to people by a page, to all others as
 * a problem. The server leads here; whoever asks for the place itself is told by the server that there is nothing.
 */
@Controller
class ErrorPages extends BasicErrorController {

    /** Below {@code WEB-INF} the server serves nothing. */
    static final String PLACE = "${spring.web.error.path}";

    private static final View REFUSED = page("pages/4xx.html");
    private static final View FAILED = page("pages/5xx.html");

    ErrorPages(ErrorAttributes attributes, WebProperties properties) {
        super(attributes, properties.getError());
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        var status = getStatus(request);
        var page = new ModelAndView(status.is4xxClientError() ? REFUSED : FAILED);
        page.setStatus(status);
        return page;
    }

    @Override
    public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.<String, @Nullable Object>of(
                        "type",
                        "about:blank",
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "code",
                        code(status)));
    }

    private static View page(String file) {
        return (_, _, response) -> write(new ClassPathResource(file), response);
    }

    private static void write(ClassPathResource file, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(file.getContentAsByteArray());
    }

    /** In the words of the door for programs. */
    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "MALFORMED";
            case NOT_FOUND -> "NO_SUCH_PLACE";
            case CONTENT_TOO_LARGE -> "TOO_LARGE";
            default -> status.is4xxClientError() ? "REFUSED" : "FAILED";
        };
    }
}
