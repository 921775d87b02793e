package io.throughline.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Viewer;
import io.throughline.shared.i18n.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What a page says when its session has ended or the server lost track of it. Going on loads the same address again: by
 * way of the sign-in where that is needed, and with what this tab still keeps.
 */
@Component
class SessionMessages implements VaadinServiceInitListener {

    private final transient Texts texts;
    private final transient CurrentViewer viewer;

    SessionMessages(Texts texts, CurrentViewer viewer) {
        this.texts = texts;
        this.viewer = viewer;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> forReader(info.getLocale()));
    }

    /**
     * A page gets its messages as it is opened: who is signed in by then reads them in the language of the account, however
     * the browser is set.
     */
    SystemMessages forReader(Locale asked) {
        return in(viewer.find().map(Viewer::locale).orElse(asked));
    }

    SystemMessages in(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("shell.session.ended", locale));
        messages.setSessionExpiredMessage(texts.getTranslation("shell.session.ended.text", locale));
        messages.setInternalErrorCaption(texts.getTranslation("shell.session.broken", locale));
        messages.setInternalErrorMessage(texts.getTranslation("shell.session.again", locale));
        messages.setSyncErrorCaption(texts.getTranslation("shell.session.broken", locale));
        messages.setSyncErrorMessage(texts.getTranslation("shell.session.again", locale));
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.session.cookies", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.session.cookies.text", locale));
        return messages;
    }
}
