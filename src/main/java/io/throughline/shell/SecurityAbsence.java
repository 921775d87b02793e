package io.throughline.shell;

import io.throughline.shared.persistence.DatabaseAbsence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what fails before a page takes it because the database can't be reached: already whether somebody is still
 * signed in is asked there. A page that hears 503 sends the same again by itself until it is answered, so nothing is lost.
 */
class SecurityAbsence extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted() || !DatabaseAbsence.isLostConnection(failure)) {
                throw failure;
            }
            Incidents.log(failure);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
