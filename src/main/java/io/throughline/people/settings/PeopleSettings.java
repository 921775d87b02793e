package io.throughline.people.settings;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl where people reach the portal; every link in a mail or on a screen to be handed on starts with it,
 *     never with what a request claims
 * @param demo whether accounts with published passwords exist
 * @param zone the time zone of new accounts
 * @param language of new accounts about whose language nothing is said
 */
@ConfigurationProperties("throughline")
public record PeopleSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("en") Locale language) {

    public String href(String path) {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + path;
    }
}
