package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, from when until when.
 *
 * @param mailing null where whoever asks tells people otherwise
 * @param quotas by segment, how many submitted responses are enough; no quota where there is none
 * @param sharing whether those asked see the results
 */
public record Round(
        Audience audience,
        Instant opensAt,
        Instant closesAt,
        @Nullable Mailing mailing,
        Map<String, Integer> quotas,
        Sharing sharing) {

    public Round {
        quotas = Map.copyOf(quotas);
    }

    /** Shared as usual. */
    public Round(
            Audience audience,
            Instant opensAt,
            Instant closesAt,
            @Nullable Mailing mailing,
            Map<String, Integer> quotas) {
        this(audience, opensAt, closesAt, mailing, quotas, Sharing.USUAL);
    }

    /** Without mails and quotas. */
    public Round(Audience audience, Instant opensAt, Instant closesAt) {
        this(audience, opensAt, closesAt, null, Map.of());
    }

    /** The same, with results for others of those asked. */
    public Round shared(Sharing sharing) {
        return new Round(audience, opensAt, closesAt, mailing, quotas, sharing);
    }

    /** Asks everybody of these organisations, and who comes to them meanwhile. */
    public Round(Set<OrganisationId> organisations, Instant opensAt, Instant closesAt) {
        this(new Audience(organisations, Set.of(), Set.of(), true), opensAt, closesAt);
    }
}
