package io.throughline.people;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;

/**
 * Somebody who may be asked.
 *
 * @param organisationName of the organisation they belong to
 */
public record Customer(PersonId id, String name, OrganisationId organisation, String organisationName) {}
