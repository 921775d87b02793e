package io.throughline.shell;

import com.vaadin.flow.shared.ApplicationConstants;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.SignIn;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final Set<String> NEEDED = Set.of(
            "/VAADIN/",
            "/aura/",
            "/frontend/",
            "/_static/",
            "/favicon.ico",
            "/logout",
            "/login",
            "/a/",
            "/" + SurveyNavigation.PERSONAL_POST);

    private final SignIn signIn;
    private final PersonalAccess links;
    private final SecuritySettings.Session limits;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SecuritySessionFilter(SignIn signIn, PersonalAccess links, SecuritySettings.Session limits, Clock clock) {
        this.signIn = signIn;
        this.links = links;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && authentication != null) {
            switch (authentication.getPrincipal()) {
                case AccountPrincipal account -> judge(request, response, session, account);
                case RespondentPrincipal respondent
                when !isWithin(request, respondent) -> {
                    response.sendRedirect(
                            request.getContextPath() + "/" + SurveyNavigation.answerHref(respondent.campaign()));
                    return;
                }
                case RespondentPrincipal respondent -> judge(request, session, respondent);
                case null, default -> {}
            }
        }
        var over = SecurityContextHolder.getContext().getAuthentication() == null
                ? SecurityLinkOver.elsewhere(request)
                : Optional.<String>empty();
        if (over.isPresent()) {
            response.sendRedirect(request.getContextPath() + "/" + over.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private void judge(
            HttpServletRequest request, HttpServletResponse response, HttpSession session, AccountPrincipal principal) {
        var now = clock.instant();
        var signedIn = SecuritySignedIn.of(session);
        var fresh = isOver(signedIn, now) ? null : signIn.recheck(principal).orElse(null);
        if (signedIn == null || fresh == null) {
            end(session);
            return;
        }
        keepAlive(signedIn, request, now);
        if (!fresh.equals(principal)) {
            goOnAs(fresh, request, response);
        }
    }

    /** What a personal link opens: the pages of its one response, and what the browser needs to show them. */
    private static boolean isWithin(HttpServletRequest request, RespondentPrincipal respondent) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        var own = "/" + SurveyNavigation.answerHref(respondent.campaign());
        boolean flow = path.equals("/") && request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null;
        return flow
                || path.equals(own)
                || path.startsWith(own + "/")
                || NEEDED.stream().anyMatch(path::startsWith);
    }

    private void judge(HttpServletRequest request, HttpSession session, RespondentPrincipal respondent) {
        var now = clock.instant();
        var signedIn = SecuritySignedIn.of(session);
        if (signedIn == null || isOver(signedIn, now) || !links.goesOn(respondent)) {
            var why = isOver(signedIn, now) ? LinkEnd.AWAY : links.end(respondent);
            end(session);
            new SecurityLinkOver(respondent.campaign(), why).keep(request);
            return;
        }
        keepAlive(signedIn, request, now);
    }

    private boolean isOver(@Nullable SecuritySignedIn signedIn, Instant now) {
        return signedIn == null || signedIn.over(now, limits.idle(), limits.absolute());
    }

    private static void keepAlive(SecuritySignedIn signedIn, HttpServletRequest request, Instant now) {
        if (!BY_ITSELF.contains(String.valueOf(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER)))) {
            signedIn.didSomething(now);
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
