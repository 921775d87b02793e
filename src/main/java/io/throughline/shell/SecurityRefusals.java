package io.throughline.shell;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Puts the security headers on what the server refuses by itself, such as an address it can't decode: no filter sees it. */
class SecurityRefusals extends ValveBase {

    private final boolean https;

    SecurityRefusals(boolean https) {
        super(true);
        this.https = https;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        SecurityHeaders.write(response.getResponse(), https);
        getNext().invoke(request, response);
    }
}
