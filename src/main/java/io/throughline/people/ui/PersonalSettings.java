package io.throughline.people.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.Theme;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Every page opens in the language and the colours its reader wants, from its first paint on. */
@Component
class PersonalSettings implements VaadinServiceInitListener {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> principal()
                        .ifPresent(
                                p -> init.getUI().setLocale(regional(p.viewer().locale()))));
        event.addIndexHtmlRequestListener(PersonalSettings::colour);
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

    private static void colour(IndexHtmlResponse page) {
        principal().ifPresent(p -> {
            var html = page.getDocument().select("html");
            html.attr("lang", p.viewer().locale().getLanguage());
            if (p.theme() != Theme.SYSTEM) {
                html.attr("style", "color-scheme: " + (p.theme() == Theme.DARK ? "dark" : "light"));
                html.attr("theme", p.theme() == Theme.DARK ? "dark" : "light");
            }
        });
    }

    private static Optional<AccountPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
