package io.throughline.shell;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.SignIn;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets through the door, by which session, under which headers. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    private static final String LOGIN = "/login";
    private static final String LOGOUT = "/logout";
    private static final Duration DEVICE_KNOWN = Duration.ofDays(180);

    private static final Pattern HOST = Pattern.compile("^https?://[^/\\\\?#]*[/\\\\]*");

    private static final RequestMatcher LOGIN_POST =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LOGIN);
    private static final RequestMatcher PERSONAL_POST =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + SurveyNavigation.PERSONAL_POST);
    private static final RequestMatcher LOGOUT_ANY =
            PathPatternRequestMatcher.withDefaults().matcher(LOGOUT);

    private final SecuritySettings settings;

    SecurityConfiguration(SecuritySettings settings) {
        this.settings = settings;
    }

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            SecurityProvider provider,
            SignIn signIn,
            PersonalAccess links,
            @Value(ErrorPages.PLACE) String errors,
            Clock clock) {
        var home = new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        home.setRedirectStrategy(SecurityConfiguration::stayHere);
        var signOut = new SecuritySignOut(LOGOUT_ANY);
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, home);
        // Without a parent, which would ask the same provider once more whenever it refuses.
        return http.authenticationManager(new ProviderManager(provider))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/frontend/**", "/_static/**", "/favicon.ico", errors)
                                .permitAll()
                                .requestMatchers("/actuator/health/**", "/actuator/health")
                                .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        // What no room answers for is "nothing here", in the portal's own words.
                        vaadin -> vaadin.loginView(LOGIN, LOGIN + "?bye")
                                .addLogoutHandler(this::forgetSession)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form -> form.authenticationDetailsSource(
                                request -> SecurityAttempt.of(request, settings.deviceCookie()))
                        .failureHandler(SecurityConfiguration::sayWhyNot))
                .logout(logout -> logout.logoutRequestMatcher(signOut))
                .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(
                        (authentication, request, response) -> admitted(authentication, request, response, clock)))
                .headers(headers -> headers.defaultsDisabled()
                        .cacheControl(cache -> {})
                        .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                            @Override
                            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                                filter.setShouldWriteHeadersEagerly(true);
                                return filter;
                            }
                        }))
                .addFilterBefore(new SecurityParts(), SecurityContextHolderFilter.class)
                .addFilterBefore(new SecurityAbsence(), SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new SecuritySessionFilter(signIn, links, settings.session(), clock),
                        SecurityContextHolderFilter.class)
                // By the form of a page of ours only; its token might be of a session that has ended meanwhile.
                .csrf(csrf -> csrf.ignoringRequestMatchers(PERSONAL_POST))
                .addFilterAfter(signOut, LogoutFilter.class)
                .addFilterBefore(
                        new SecurityForeignForms(new OrRequestMatcher(LOGIN_POST, PERSONAL_POST)),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(
                        new SecurityPersonalLink(PERSONAL_POST, links, clock),
                        UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    static MethodSecurityExpressionHandler methodExpressions() {
        var handler = new DefaultMethodSecurityExpressionHandler();
        handler.setTrustResolver(new SecurityTrust());
        return handler;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders(settings.https()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOfRefusals() {
        return server -> SecurityRefusals.on(server, settings.https());
    }

    @Bean
    SecurityProxies.Guard addressesOfProxies() {
        return new SecurityProxies.Guard(settings.proxies());
    }

    /** Over https the cookie's name binds it to this host and makes browsers insist on Secure. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(settings.sessionCookie());
            cookie.setSecure(settings.https());
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
        };
    }

    private void admitted(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response, Clock clock) {
        if (!(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
            return;
        }
        SecuritySignedIn.start(request.getSession(), principal.viewer().id(), clock.instant());
        if (authentication instanceof AbstractAuthenticationToken token
                && token.getDetails() instanceof SecurityAttempt attempt) {
            token.setDetails(null);
            if (attempt.device() != null) {
                response.addHeader(HttpHeaders.SET_COOKIE, deviceCookie(attempt.device()));
            }
        }
    }

    private String deviceCookie(String device) {
        return ResponseCookie.from(settings.deviceCookie(), device)
                .httpOnly(true)
                .secure(settings.https())
                .sameSite("Lax")
                .path("/")
                .maxAge(DEVICE_KNOWN)
                .build()
                .toString();
    }

    private void forgetSession(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    private static void stayHere(HttpServletRequest request, HttpServletResponse response, String target)
            throws IOException {
        response.sendRedirect(here(request.getContextPath(), target));
    }

    /**
     * What was asked for before the sign-in is kept with the host that request claimed, which nobody is sent to. One slash
     * alone stands before it: what begins with two names a host again.
     */
    static String here(String contextPath, String target) {
        var asked = HOST.matcher(target);
        return asked.find() ? asked.replaceFirst("/") : contextPath + target;
    }

    private static void sayWhyNot(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var why = refusal instanceof SecurityProvider.TooManyAttempts tooMany
                ? "pause=" + (tooMany.pause().toSeconds() + 1)
                : "error";
        response.sendRedirect(request.getContextPath() + LOGIN + "?" + why);
    }
}
