package io.throughline.backlog;

import io.throughline.shared.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to it, as customers are told.
 *
 * @param text the project manager's words, null where there are none yet
 * @param needsText customers don't see it before there are
 */
public record StatusStep(
        StatusId id,
        AnswerStatus status,
        @Nullable LocalizedText projectName,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean needsText,
        @Nullable LocalizedText text,
        Instant at) {}
