package io.throughline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Notices;
import java.util.Locale;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The one error path: turns what a service threw into words, or into an incident. */
@Component
class Refusals implements VaadinServiceInitListener, ErrorHandler {

    private final transient Texts texts;

    Refusals(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        if (ui == null) {
            Incidents.log(event.getThrowable());
            return;
        }
        Notices.refused(words(event.getThrowable(), ui.getLocale()));
    }

    private String words(Throwable failure, Locale locale) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException refusal -> {
                    return texts.of(refusal, locale);
                }
                case AccessDeniedException denied -> {
                    return texts.of(new DomainException(CommonError.NOT_ALLOWED), locale);
                }
                // Who checks before writing meets a taken name only where somebody else is a moment faster.
                case ConcurrencyFailureException _, DuplicateKeyException _ -> {
                    return texts.of(new DomainException(CommonError.STALE), locale);
                }
                default -> {}
            }
        }
        return texts.getTranslation(Incidents.textKey(failure), locale, Incidents.log(failure));
    }
}
