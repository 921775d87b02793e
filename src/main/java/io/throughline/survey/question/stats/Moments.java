package io.throughline.survey.question.stats;

/**
 * Values of a group of people, everybody counted once.
 *
 * @param people 0 or more
 * @param mean of any value where there are none
 * @param squares sum of the squared distances from the mean
 */
public record Moments(long people, double mean, double squares) {

    private static final double NOISE = 1e-9;

    /** Of people of whom some count 1 and all others 0. */
    public static Moments hits(long hits, long people) {
        return people == 0
                ? new Moments(0, 0, 0)
                : new Moments(people, (double) hits / people, (double) hits * (people - hits) / people);
    }

    /** From the sum of the values and of their squares; what rounding leaves of agreement is agreement. */
    public static Moments sums(long people, double sum, double ofSquares) {
        if (people == 0) {
            return new Moments(0, 0, 0);
        }
        double squares = ofSquares - sum * sum / people;
        return new Moments(people, sum / people, squares < NOISE * people ? 0 : squares);
    }

    double deviation() {
        return people < 2 ? 0 : Math.sqrt(squares / (people - 1));
    }
}
