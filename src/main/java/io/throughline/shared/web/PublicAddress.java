package io.throughline.shared.web;

import io.throughline.shared.StartException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Every link that is mailed or handed on begins with the address people use. In production nobody but its operator knows
 * it, so that a start without it is refused before anything is touched; elsewhere it is this machine, at the port this start
 * listens on.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PublicAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "throughline.base-url";
    private static final String USUAL_PORT = "8080";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context instanceof ConfigurableWebServerApplicationContext) {
            var environment = context.getEnvironment();
            require(environment.getProperty(SETTING), environment.acceptsProfiles(Profiles.of("production")));
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "this machine", Map.of(SETTING, here(environment.getProperty("server.port")))));
        }
    }

    /** A port that is drawn by the system, which 0 asks for, is known too late. */
    private static String here(@Nullable String port) {
        return "http://localhost:" + (port == null || port.isBlank() || port.equals("0") ? USUAL_PORT : port);
    }

    /**
     * @param given null where nothing is set
     * @throws StartException if links made with it would lead nowhere
     */
    static void require(@Nullable String given, boolean production) {
        if (given == null && !production) {
            return;
        }
        if (given == null || given.isBlank()) {
            throw new StartException("THROUGHLINE_BASE_URL is " + (given == null ? "missing" : "empty")
                    + ": set it to the address people use, such as https://throughline.example.org;"
                    + " every link in a mail begins with it");
        }
        if (!leadsSomewhere(given)) {
            throw new StartException("THROUGHLINE_BASE_URL is '" + given
                    + "', which is no web address: set it to the one people use, such as"
                    + " https://throughline.example.org, without anything behind '?' or '#'");
        }
    }

    private static boolean leadsSomewhere(String given) {
        try {
            var uri = new URI(given);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
