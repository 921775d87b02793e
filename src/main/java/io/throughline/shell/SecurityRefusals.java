package io.throughline.shell;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Puts the security headers on what the server refuses by itself, such as an address it can't decode: no filter sees it.
 * What is said then is {@link SecurityPlainErrors plain}.
 */
class SecurityRefusals extends ValveBase {

    private final boolean https;

    SecurityRefusals(boolean https) {
        super(true);
        this.https = https;
    }

    static void on(TomcatServletWebServerFactory server, boolean https) {
        server.addEngineValves(new SecurityRefusals(https));
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new SecurityPlainErrors(https)));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        SecurityHeaders.write(response.getResponse(), https);
        getNext().invoke(request, response);
    }
}
