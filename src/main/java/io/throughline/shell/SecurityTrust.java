package io.throughline.shell;

import io.throughline.survey.RespondentPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;

/**
 * For services, whoever came by a personal link counts as nobody: what is open to everybody who is signed in is not open
 * to them, unless it says so.
 */
class SecurityTrust extends AuthenticationTrustResolverImpl {

    @Override
    public boolean isAnonymous(@Nullable Authentication authentication) {
        return super.isAnonymous(authentication)
                || authentication != null && authentication.getPrincipal() instanceof RespondentPrincipal;
    }
}
