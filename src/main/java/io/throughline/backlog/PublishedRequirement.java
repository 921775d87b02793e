package io.throughline.backlog;

import io.throughline.shared.LocalizedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A requirement an answer led to, as published.
 *
 * @param text the project manager's words on this status, null where there are none
 */
public record PublishedRequirement(
        RequirementId id,
        LocalizedText title,
        AnswerStatus status,
        @Nullable LocalizedText projectName,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalizedText text) {}
