package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey in a list.
 *
 * @param published what was asked last; null for a draft
 * @param opensAt of the newest campaign, like closesAt
 * @param answered responses submitted in it
 */
public record SurveyRow(
        SurveyId id,
        String key,
        LocalizedText title,
        SurveyState state,
        @Nullable SurveyVersionId published,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        int answered) {}
