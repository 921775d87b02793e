package io.throughline.shell;

import io.throughline.people.TokenAccess;
import io.throughline.people.TokenDoor;
import io.throughline.shared.Hashes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The way in for programs: by personal token alone. No session is made or looked at, so a browser's cookie gives nothing
 * here and no foreign page can make it do anything; and elsewhere a token gives nothing.
 */
@Configuration(proxyBeanMethods = false)
class SecurityApi {

    private static final String BEARER = "Bearer ";
    private static final String[] OPEN = {"/api/v1/openapi", "/api/v1/openapi.yaml"};

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenDoor tokens, SecuritySettings settings, Clock clock) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, refusal) -> refuse(response, HttpStatus.UNAUTHORIZED, "NO_TOKEN"))
                        .accessDeniedHandler((request, response, refusal) ->
                                refuse(response, HttpStatus.FORBIDDEN, "NOT_FOR_THIS_TOKEN")))
                .addFilterBefore(
                        new TokenFilter(tokens, new SecurityPace(settings.api().perMinute(), clock)),
                        AnonymousAuthenticationFilter.class)
                .build();
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip());
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), code)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static final class TokenFilter extends OncePerRequestFilter {

        private final TokenDoor tokens;
        private final SecurityPace pace;

        TokenFilter(TokenDoor tokens, SecurityPace pace) {
            this.tokens = tokens;
            this.pace = pace;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var secret = secret(request);
            var access = secret.flatMap(tokens::admit);
            if (access.isPresent()) {
                var wait = pace.waitFor(Hashes.sha256(secret.orElseThrow()));
                if (wait.isPresent()) {
                    response.setHeader(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(wait.get().plusMillis(999).toSeconds()));
                    refuse(response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS");
                    return;
                }
                comeIn(access.get());
            }
            chain.doFilter(request, response);
        }

        private static Optional<String> secret(HttpServletRequest request) {
            return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER.toLowerCase(Locale.ROOT)))
                    .map(header -> header.substring(BEARER.length()).strip());
        }

        private static void comeIn(TokenAccess access) {
            List<GrantedAuthority> authorities =
                    new ArrayList<>(access.principal().authorities());
            access.scopes().forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(access.principal(), null, authorities));
            SecurityContextHolder.setContext(context);
        }
    }
}
