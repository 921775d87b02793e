package io.throughline.survey.question.stats;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody who answered, as far as figures need to know.
 *
 * @param response the response: seeds its bootstrap weights
 * @param organisation the organisation at submission
 * @param weight the organisation's frozen weight, ≥ 0
 */
public record Respondent(UUID response, UUID organisation, double weight) {

    /**
     * With another id for the organisation, the same as for others of it.
     *
     * @param masks those given before, added to
     */
    public Respondent masked(Map<UUID, UUID> masks) {
        return new Respondent(response, masks.computeIfAbsent(organisation, known -> UUID.randomUUID()), weight);
    }
}
