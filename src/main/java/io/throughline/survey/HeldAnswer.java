package io.throughline.survey;

import io.throughline.survey.question.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param revision of this one answer, counted from 1 with every save; 0 in a ballot, where that is not kept
 * @param savedAt null in a ballot
 */
public record HeldAnswer(
        Answer answer, int revision, @Nullable Instant savedAt) {}
