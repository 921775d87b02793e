package io.throughline.survey.question.stats;

/** Columns summed over people who count differently, of everybody or of those drawn in one bootstrap replicate. */
public final class Sums {

    private final double[] columns;
    private double people;

    Sums(int columns) {
        this.columns = new double[columns];
    }

    void add(Cell cell, double weight) {
        people += weight * cell.people();
        for (int column = 0; column < columns.length; column++) {
            columns[column] += weight * cell.sum(column);
        }
    }

    void add(Cell cell, int replicate, double weight) {
        people += weight * cell.drawn(replicate);
        for (int column = 0; column < columns.length; column++) {
            var drawn = cell.replicates(column);
            if (drawn != null) {
                columns[column] += weight * drawn[replicate];
            }
        }
    }

    /** What the people count together. */
    public double people() {
        return people;
    }

    public double of(int column) {
        return columns[column];
    }
}
