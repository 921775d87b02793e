package io.throughline.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out by a form with its token, or by a link on our own page: not by what another site makes a browser do. Whatever
 * else asks for it is led home, still signed in, where the link is.
 */
class SecuritySignOut extends OncePerRequestFilter implements RequestMatcher {

    /** Without the path and the query, where browsers leave signs that no address may have. */
    private static final Pattern HOST = Pattern.compile("^https?://[^/\\\\?#]+");

    private final RequestMatcher address;

    SecuritySignOut(RequestMatcher address) {
        this.address = address;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return address.matches(request) && ("POST".equals(request.getMethod()) || isOurs(request));
    }

    /**
     * On plain http browsers don't say which site asks, but they name the page. Ours are always named to us; a page of
     * another site may keep itself unnamed, so what nobody is named for is refused.
     */
    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var page = request.getHeader(HttpHeaders.REFERER);
        var host = HOST.matcher(page == null ? "" : page);
        return host.find() && SecurityForeignForms.sameHost(host.group(), request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (address.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        chain.doFilter(request, response);
    }
}
