package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import java.time.Instant;

/**
 * A survey this customer may answer now.
 *
 * @param round which of its survey's rounds it is, from 1
 * @param answered questions with a stored answer, of so many; 0 where nobody knows, the survey being anonymous
 */
public record OpenSurvey(
        CampaignId id,
        int round,
        LocalizedText title,
        int minutes,
        Instant closesAt,
        ResponseState state,
        int answered,
        int questions,
        Confidentiality confidentiality) {}
