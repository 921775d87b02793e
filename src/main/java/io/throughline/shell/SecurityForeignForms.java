package io.throughline.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to sign anybody in by a form on another site (which would make them work in somebody else's account). The
 * browser says where the form stood; a token would be missed where the session before the sign-in has ended.
 */
class SecurityForeignForms extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final RequestMatcher signIn;

    SecurityForeignForms(RequestMatcher signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (signIn.matches(request) && foreign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean foreign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !sameHost(origin, request);
    }

    /** @param address of a page or a site */
    static boolean sameHost(String address, HttpServletRequest request) {
        try {
            return request.getServerName().equalsIgnoreCase(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
