package io.throughline.people;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about an account.
 *
 * @param roles at least one; a customer needs an organisation
 */
public record AccountData(
        String name,
        String email,
        Set<Role> roles,
        @Nullable OrganisationId organisation) {

    public AccountData {
        roles = Set.copyOf(roles);
    }
}
