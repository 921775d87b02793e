package io.throughline.survey.question.stats;

/** Columns summed over people who count differently, of everybody or of those drawn in one bootstrap replicate. */
public final class Sums {

    private final double[] people;
    private final double[][] columns;
    private final int at;

    /**
     * @param people and columns: as many numbers each as there are replicates
     * @param at which of them
     */
    Sums(double[] people, double[][] columns, int at) {
        this.people = people;
        this.columns = columns;
        this.at = at;
    }

    /** What the people count together. */
    public double people() {
        return people[at];
    }

    public double of(int column) {
        return columns[column][at];
    }
}
