package io.throughline.people.settings;

import io.throughline.shared.i18n.Texts;
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
 * @param language of new accounts about whose language nothing is said; "de-AT" is "de"
 * @throws IllegalArgumentException for a language the portal doesn't speak: whoever starts it finds out, not whoever
 *     makes the first account
 */
@ConfigurationProperties("throughline")
public record PeopleSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("en") Locale language) {

    public PeopleSettings {
        language = Locale.of(language.getLanguage());
        if (!Texts.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "the portal doesn't speak \"" + language + "\", only " + Texts.LANGUAGES);
        }
    }

    public String href(String path) {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + path;
    }
}
