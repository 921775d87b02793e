package io.throughline.shell;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Of the addresses a request is said to have come by, only those stay that proxies of ours wrote: each adds the one it was
 * spoken to from at the end. What stands before them is the client's word; and since an intranet's clients have addresses
 * like a proxy's, the server would take it, and whoever guesses would have a new address for every guess.
 */
class SecurityProxies extends ValveBase {

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private final int proxies;

    /** @param proxies how many stand in a row before the portal, ≥ 1 */
    SecurityProxies(int proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var said = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        if (said.size() > proxies) {
            var headers = request.getCoyoteRequest().getMimeHeaders();
            headers.removeHeader(FORWARDED_FOR);
            headers.setValue(FORWARDED_FOR)
                    .setString(String.join(", ", said.subList(said.size() - proxies, said.size())));
        }
        getNext().invoke(request, response);
    }

    /** Before the server's own valve, which reads what is left. */
    record Guard(int proxies) implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addEngineValves(new SecurityProxies(proxies));
        }

        @Override
        public int getOrder() {
            return -1;
        }
    }
}
