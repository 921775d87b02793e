package io.throughline.survey.campaign;

import io.throughline.people.Customer;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an uploaded list of addresses means.
 *
 * @param line counted as an editor does, from 1
 * @param customer who has the address; null if nobody who could be asked has
 */
public record AudienceRow(
        long line,
        String address,
        AudienceVerdict verdict,
        @Nullable Customer customer) {}
