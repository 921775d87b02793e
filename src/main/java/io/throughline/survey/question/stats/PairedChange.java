package io.throughline.survey.question.stats;

/**
 * What changed with those who were asked twice, each compared with himself.
 *
 * @param people who answered both times, at least 2
 */
public record PairedChange(int people, Change change) {}
