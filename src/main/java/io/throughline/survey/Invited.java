package io.throughline.survey;

import io.throughline.shared.PersonId;

/**
 * Somebody invited to a campaign.
 *
 * @param links personal links that work until the campaign closes
 */
public record Invited(PersonId person, String name, String organisation, ResponseState state, int links) {}
