package io.throughline.shell;

import com.vaadin.flow.shared.ApplicationConstants;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Judges every request of a signed-in person anew: whether the account still is what it was (one select by primary key)
 * and whether the session is too old. What the browser does by itself, heartbeats and the push channel, is judged like
 * the rest but doesn't keep a session alive.
 */
class SecuritySessionFilter extends OncePerRequestFilter {

    private static final Set<String> BY_ITSELF =
            Set.of(ApplicationConstants.REQUEST_TYPE_HEARTBEAT, ApplicationConstants.REQUEST_TYPE_PUSH);

    private final SignIn signIn;
    private final SecuritySettings.Session limits;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SecuritySessionFilter(SignIn signIn, SecuritySettings.Session limits, Clock clock) {
        this.signIn = signIn;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof AccountPrincipal principal) {
            judge(request, response, session, principal);
        }
        chain.doFilter(request, response);
    }

    private void judge(
            HttpServletRequest request, HttpServletResponse response, HttpSession session, AccountPrincipal principal) {
        var now = clock.instant();
        var signedIn = SecuritySignedIn.of(session);
        var fresh = signedIn == null || signedIn.over(now, limits.idle(), limits.absolute())
                ? null
                : signIn.recheck(principal).orElse(null);
        if (signedIn == null || fresh == null) {
            end(session);
            return;
        }
        if (!BY_ITSELF.contains(String.valueOf(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER)))) {
            signedIn.didSomething(now);
        }
        if (!fresh.equals(principal)) {
            goOnAs(fresh, request, response);
        }
    }

    private void goOnAs(AccountPrincipal fresh, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(fresh, null, fresh.authorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyEnded) {
            // Another tab's request was faster.
        }
    }
}
