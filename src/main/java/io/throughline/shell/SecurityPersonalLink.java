package io.throughline.shell;

import io.throughline.people.AccountPrincipal;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in by a personal link, when its page is told to. The session before ends, but for that of the same person, who
 * may do more already.
 */
class SecurityPersonalLink extends OncePerRequestFilter {

    private final RequestMatcher post;
    private final PersonalAccess links;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SecurityPersonalLink(RequestMatcher post, PersonalAccess links, Clock clock) {
        this.post = post;
        this.links = links;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!post.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        var token = Optional.ofNullable(request.getParameter("token")).orElse("");
        var opened = links.open(token, request.getRemoteAddr());
        opened.filter(respondent -> !isSignedIn(respondent))
                .ifPresent(respondent -> begin(respondent, request, response));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + "/"
                        + opened.map(one -> SurveyNavigation.answerHref(one.campaign()))
                                .orElse(SurveyNavigation.personalHref("-")));
    }

    private static boolean isSignedIn(RespondentPrincipal respondent) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof AccountPrincipal account
                && account.viewer().id().equals(respondent.viewer().id());
    }

    private void begin(RespondentPrincipal respondent, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(respondent, null, respondent.authorities()));
        SecurityContextHolder.setContext(context);
        SecuritySignedIn.start(request.getSession(true), respondent.viewer().id(), clock.instant());
        contexts.saveContext(context, request, response);
    }
}
