package io.throughline.survey.question.stats;

/** A number for each two of several things, by their places. */
@FunctionalInterface
public interface OfPair {

    double of(int first, int second);
}
