package io.throughline.survey.campaign;

import java.time.Instant;

/**
 * Somebody changed when answers stop being taken.
 *
 * @param closesAt from then on
 * @param reason empty where none is asked for
 * @param by the name
 */
public record CampaignChange(EndChange kind, Instant closesAt, String reason, String by, Instant at) {}
