package io.throughline.people.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.Theme;
import io.throughline.shared.ViewerHolder;
import io.throughline.shared.i18n.Texts;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Every page opens in the language and the colours its reader wants, from its first paint on. */
@Component
class PersonalSettings implements VaadinServiceInitListener {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> principal(ViewerHolder.class)
                        .ifPresent(
                                p -> init.getUI().setLocale(regional(p.viewer().locale()))));
        event.addIndexHtmlRequestListener(PersonalSettings::furnish);
    }

    /** Dates and numbers as in the reader's country, where the browser names one for the same language. */
    private static Locale regional(Locale chosen) {
        var request = VaadinRequest.getCurrent();
        var country = request == null
                        || !request.getLocale().getLanguage().equals(chosen.getLanguage())
                        || !COUNTRIES.contains(request.getLocale().getCountry())
                ? ""
                : request.getLocale().getCountry();
        return country.isEmpty() ? chosen : Locale.of(chosen.getLanguage(), country);
    }

    private static void furnish(IndexHtmlResponse page) {
        var html = page.getDocument().select("html");
        html.attr(
                "lang",
                principal(ViewerHolder.class)
                        .map(p -> p.viewer().locale())
                        .orElseGet(() -> asked(page.getVaadinRequest()))
                        .getLanguage());
        principal(AccountPrincipal.class)
                .map(AccountPrincipal::theme)
                .filter(theme -> theme != Theme.SYSTEM)
                .ifPresent(theme -> {
                    html.attr("style", "color-scheme: " + (theme == Theme.DARK ? "dark" : "light"));
                    html.attr("theme", theme == Theme.DARK ? "dark" : "light");
                });
    }

    /** The first language of the browser the portal speaks too; in it the page is written while nobody is known. */
    private static Locale asked(VaadinRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(wanted -> Locale.of(wanted.getLanguage()))
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst());
    }

    private static <P> Optional<P> principal(Class<P> kind) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
