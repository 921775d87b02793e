package io.throughline.people;

import io.throughline.shared.Viewer;
import io.throughline.shared.ViewerHolder;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Who is signed in, as of a moment.
 *
 * @param stamp the account's security stamp at that moment: another one stored means this is out of date
 * @param epoch another one stored means this session is over
 */
public record AccountPrincipal(Viewer viewer, Theme theme, UUID stamp, long epoch)
        implements ViewerHolder, AuthenticatedPrincipal {

    @Override
    public String getName() {
        return viewer.id().value().toString();
    }

    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(
                viewer.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new));
    }
}
