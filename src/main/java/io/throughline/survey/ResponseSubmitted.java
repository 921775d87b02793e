package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.UUID;

/**
 * A response was submitted, for the first time or again after an edit. Its own words may be new expressions.
 *
 * @param campaign under its older name in events stored before a survey version could be sent more than once
 */
public record ResponseSubmitted(
        UUID eventId,
        ResponseId response,
        @JsonAlias("surveyVersion") CampaignId campaign) {}
