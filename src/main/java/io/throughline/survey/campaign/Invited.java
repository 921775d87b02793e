package io.throughline.survey.campaign;

import io.throughline.shared.PersonId;
import io.throughline.survey.ResponseState;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invited to a campaign.
 *
 * @param state null where the viewer is not to know whether they answered, and where that was removed
 * @param links personal links that work until the campaign closes; 0 where the viewer is not to know them
 */
public record Invited(
        PersonId person,
        String name,
        String organisation,
        @Nullable ResponseState state,
        int links) {}
