package io.throughline.people;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person by name.
 *
 * @param organisation null for people who belong to none
 */
public record PersonInfo(PersonId id, String name, @Nullable OrganisationId organisation) {}
