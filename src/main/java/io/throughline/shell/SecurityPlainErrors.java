package io.throughline.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the server refuses by itself, it says in one plain line: no page that names what it is, and nothing of what was
 * asked.
 */
class SecurityPlainErrors extends ErrorReportValve {

    private final boolean https;

    SecurityPlainErrors(boolean https) {
        this.https = https;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !isHeard(response)) {
            return;
        }
        var status = response.getStatus();
        var known = HttpStatus.resolve(status);
        // An address that can't be decoded comes past every valve but this one.
        SecurityHeaders.write(response.getResponse(), https);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            var out = response.getReporter();
            if (out != null) {
                out.write(status + (known == null ? "" : " " + known.getReasonPhrase()) + "\n");
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Nobody is there any more to be told.
        }
    }

    private static boolean isHeard(Response response) {
        var heard = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
        return heard.get();
    }
}
