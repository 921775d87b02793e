package io.throughline.survey;

import io.throughline.shared.Viewer;
import io.throughline.shared.ViewerHolder;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Whoever came by a personal link: they may answer one campaign and nothing else, whatever roles the person has who was
 * invited. The viewer has no role.
 *
 * @param link by which they came; once it is revoked or the campaign closes, the session is over
 */
public record RespondentPrincipal(Viewer viewer, CampaignId campaign, UUID link)
        implements ViewerHolder, AuthenticatedPrincipal {

    /** The only authority a personal link gives. */
    public static final String ROLE = "RESPONDENT";

    @Override
    public String getName() {
        return viewer.id().value().toString();
    }

    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList("ROLE_" + ROLE);
    }
}
