package io.throughline.support;

import io.throughline.shared.Viewer;
import io.throughline.shared.ViewerHolder;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something as somebody: {@code As.viewer(pm, () -> surveys.create(…))}. */
public final class As {

    private As() {}

    public static <T> T viewer(Viewer viewer, Callable<T> action) {
        return with(authentication(viewer), action);
    }

    public static void viewer(Viewer viewer, Action action) {
        viewer(viewer, () -> {
            action.run();
            return true;
        });
    }

    public static <T> T anonymous(Callable<T> action) {
        return with(
                new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")),
                action);
    }

    public static Authentication authentication(Viewer viewer) {
        var authorities = viewer.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        var token = new TestingAuthenticationToken(new Principal(viewer), null, authorities);
        token.setAuthenticated(true);
        return token;
    }

    /** As somebody who came by other ways than an account, by a personal link say. */
    public static <T> T principal(
            ViewerHolder principal, Collection<? extends GrantedAuthority> authorities, Callable<T> action) {
        return with(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities), action);
    }

    private static <T> T with(Authentication authentication, Callable<T> action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** An action that may throw anything. */
    public interface Action {
        void run() throws Exception;
    }

    private record Principal(Viewer viewer) implements ViewerHolder, java.security.Principal {
        @Override
        public String getName() {
            return viewer.id().value().toString();
        }
    }
}
