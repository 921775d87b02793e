package io.throughline.survey.question.stats;

/**
 * What a figure rests on.
 *
 * @param people who answered this question
 * @param organisations they belong to
 * @param tooFewToRank show counts and single answers instead of ranks and decimals
 */
public record Size(int people, int organisations, boolean tooFewToRank) {}
