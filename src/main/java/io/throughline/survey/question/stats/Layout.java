package io.throughline.survey.question.stats;

/**
 * Which numbers are kept of a group's answers to one question. Sums and counts only: they can be added up over groups and
 * taken back one by one.
 *
 * @param columns sums
 * @param resampled how many of them, from the first on, are also kept for each bootstrap replicate
 * @param lists values counted one by one, for what a sum can't tell: quantiles, and figures of single people
 */
public record Layout(int columns, int resampled, int lists) {

    /** How many answered, and nothing more. */
    public static final Layout PEOPLE = new Layout(0, 0, 0);

    public Layout {
        if (resampled > columns) {
            throw new IllegalArgumentException(resampled + " of " + columns);
        }
    }
}
