package io.throughline.shell;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl where people reach the portal; with https, cookies are Secure and bound to the host by their name
 * @param session how long one lasts
 * @param api what programs may do
 * @param proxies how many stand in a row before the portal, where it stands behind any; at least 1
 */
@ConfigurationProperties("throughline")
record SecuritySettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue Session session,
        @DefaultValue Api api,
        @DefaultValue("1") int proxies) {

    SecuritySettings {
        if (proxies < 1) {
            throw new IllegalArgumentException(
                    "throughline.proxies counts the proxies in a row before the portal: 1 or more, not " + proxies);
        }
    }

    /** @param perMinute requests of one token */
    record Api(@DefaultValue("600") int perMinute) {}

    /**
     * @param idle without anything done by hand
     * @param absolute whatever is done
     */
    record Session(
            @DefaultValue("60m") Duration idle,
            @DefaultValue("12h") Duration absolute) {}

    boolean https() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    String sessionCookie() {
        return https() ? "__Host-SID" : "SID";
    }

    String deviceCookie() {
        return https() ? "__Host-DEVICE" : "DEVICE";
    }
}
