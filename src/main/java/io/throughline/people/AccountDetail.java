package io.throughline.people;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param resetRequested since when the person waits for a link to reset the password; null if they don't
 * @param version to pass back with a command
 */
public record AccountDetail(
        PersonId id,
        String name,
        String email,
        Set<Role> roles,
        AccountState state,
        @Nullable OrganisationId organisation,
        Instant created,
        @Nullable Instant resetRequested,
        long version) {}
