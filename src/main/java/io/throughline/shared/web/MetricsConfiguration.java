package io.throughline.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Metrics are for the monitoring alone: on a management port of their own, or with its token. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    private static final String SCHEME = "Bearer ";

    @Bean
    @Order(0)
    SecurityFilterChain metrics(
            HttpSecurity http,
            @Value("${management.server.port:0}") int managementPort,
            @Value("${throughline.metrics.token:}") String token)
            throws Exception {
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((authentication, context) ->
                                new AuthorizationDecision(context.getRequest().getLocalPort() == managementPort
                                        || holdsToken(context.getRequest(), token))))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** With a port of their own they are not on the portal's, where a page of the portal would pass for "healthy". */
    @Bean
    @Order(-1)
    SecurityFilterChain nothingBesideTheManagementPort(
            HttpSecurity http, @Value("${management.server.port:0}") int managementPort) throws Exception {
        return http.securityMatcher(request -> managementPort != 0
                        && request.getLocalPort() != managementPort
                        && request.getServletPath().startsWith("/actuator"))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND))
                                .accessDeniedHandler((request, response, denied) ->
                                        response.setStatus(HttpStatus.NOT_FOUND.value())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static boolean holdsToken(HttpServletRequest request, String token) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isBlank()
                && given != null
                && given.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
