package io.throughline.survey.question.stats;

import java.util.UUID;

/**
 * Somebody who answered, as far as figures need to know.
 *
 * @param response the response: seeds its bootstrap weights
 * @param organisation the organisation at submission
 * @param weight the organisation's frozen weight, ≥ 0
 */
public record Respondent(UUID response, UUID organisation, double weight) {}
