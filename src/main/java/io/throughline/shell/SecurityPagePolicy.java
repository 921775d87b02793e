package io.throughline.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.throughline.survey.ui.SurveyNavigation;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content policy of Vaadin's page: its own scripts by a nonce of this response. Flow evaluates expressions sent by
 * the server, hence 'unsafe-eval', and needs its base element and inline styles; all else is as strict as elsewhere.
 */
@Component
class SecurityPagePolicy implements VaadinServiceInitListener {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(SecurityPagePolicy::protect);
    }

    static void protect(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse()
                .setHeader(
                        SecurityHeaders.POLICY,
                        "default-src 'none'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval';"
                                + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                                + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self';"
                                + " object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'");
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
        if (SurveyNavigation.isPersonal(path(page))) {
            // The address of this page is a key.
            page.getVaadinResponse().setHeader("Referrer-Policy", "no-referrer");
            page.getDocument().select("meta[name=referrer]").attr("content", "no-referrer");
        }
    }

    private static String path(IndexHtmlResponse page) {
        var path = page.getVaadinRequest().getPathInfo();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }
}
