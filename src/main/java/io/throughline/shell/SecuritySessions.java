package io.throughline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.throughline.people.AccountChanged;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.SignIn;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Doesn't wait for a next request: as soon as a change of an account has committed, its open sessions end, or load again
 * with their next message. The filter decides just the same for requests that are faster, and for other servers.
 */
@Component
class SecuritySessions {

    private final SignIn signIn;

    SecuritySessions(SignIn signIn) {
        this.signIn = signIn;
    }

    @TransactionalEventListener
    void on(AccountChanged event) {
        var own = VaadinSession.getCurrent() == null
                ? null
                : VaadinSession.getCurrent().getSession();
        var ownId = own == null ? "" : own.getId();
        for (var session : SecuritySignedIn.sessionsOf(event.person())) {
            Thread.ofVirtual().name("judge-session").start(() -> judge(session, ownId));
        }
    }

    private void judge(HttpSession session, String ownId) {
        try {
            boolean own = session.getId().equals(ownId);
            var tabs = VaadinSession.getAllSessions(session);
            if (tabs.isEmpty()) {
                judgeNow(session, null, own);
            }
            tabs.forEach(tab -> tab.access(() -> judgeNow(session, tab, own)));
        } catch (IllegalStateException alreadyEnded) {
            // Nothing left to end.
        }
    }

    /** @param own whether it makes the change in a request that is still to be answered: the next one ends it */
    private void judgeNow(HttpSession session, @Nullable VaadinSession tab, boolean own) {
        if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof AccountPrincipal principal) {
            var fresh = signIn.recheck(principal);
            if (fresh.isEmpty()) {
                if (!own) {
                    session.invalidate();
                }
            } else if (tab != null
                    && !fresh.get().viewer().roles().equals(principal.viewer().roles())) {
                tab.getUIs().stream()
                        .filter(UI::isAttached)
                        .forEach(ui -> ui.access(() -> ui.getPage().reload()));
            }
        }
    }
}
