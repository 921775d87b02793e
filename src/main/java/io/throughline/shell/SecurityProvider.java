package io.throughline.shell;

import io.throughline.people.SignIn;
import io.throughline.people.SignInResult;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Asks {@link SignIn} who somebody is. */
@Component
class SecurityProvider implements AuthenticationProvider {

    private final SignIn signIn;

    SecurityProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var from = attempt.getDetails() instanceof SecurityAttempt details ? details : new SecurityAttempt("", null);
        var password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        return switch (signIn.signIn(attempt.getName(), password, from.device(), from.address())) {
            case SignInResult.Accepted accepted -> {
                var principal = accepted.principal();
                var token = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.authorities());
                token.setDetails(new SecurityAttempt(from.address(), accepted.newDevice()));
                yield token;
            }
            case SignInResult.Refused refused -> throw new BadCredentialsException("refused");
            case SignInResult.TooMany tooMany -> throw new TooManyAttempts(tooMany.pause());
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** Refused for its number, before anything was checked. */
    static class TooManyAttempts extends AuthenticationException {

        private final Duration pause;

        TooManyAttempts(Duration pause) {
            super("too many attempts");
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}
