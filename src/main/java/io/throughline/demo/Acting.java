package io.throughline.demo;

import io.throughline.shared.Viewer;
import io.throughline.shared.ViewerHolder;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a person of the demo act, with no more rights than their role has. */
final class Acting {

    private Acting() {}

    static <T> T as(Viewer viewer, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        ViewerHolder principal = () -> viewer;
        var authorities = viewer.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList(authorities)));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    static void as(Viewer viewer, Runnable act) {
        as(viewer, () -> {
            act.run();
            return true;
        });
    }
}
