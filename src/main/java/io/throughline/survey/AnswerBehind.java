package io.throughline.survey;

import io.throughline.survey.question.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One answer that stands behind a figure.
 *
 * @param by null where the viewer is not to know who gave it
 * @param words null but for own words
 */
public record AnswerBehind(
        @Nullable AnsweredBy by, Answer answer, @Nullable ExpressionTextId words) {}
