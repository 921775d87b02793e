package io.throughline.shared;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as every room sees them.
 *
 * @param organisation the organisation a customer belongs to, null for people of the house
 */
public record Viewer(
        PersonId id, String name, Set<Role> roles, @Nullable OrganisationId organisation, Locale locale, ZoneId zone) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
