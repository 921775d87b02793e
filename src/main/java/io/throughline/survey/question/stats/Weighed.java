package io.throughline.survey.question.stats;

import java.util.List;
import java.util.stream.IntStream;

/** Cells added up as a weighting has it: everybody together, and column by column in all replicates at once. */
final class Weighed {

    private final Sums whole;
    private final double[] people;
    private final double[][] sums;
    private final double[] drawn;
    private final double[][] resampled;
    private final List<Sums> replicates;
    private double weights;
    private double squares;

    Weighed(Layout layout, int replicates) {
        people = new double[1];
        sums = new double[layout.columns()][1];
        whole = new Sums(people, sums, 0);
        drawn = new double[replicates];
        resampled = new double[layout.resampled()][replicates];
        this.replicates = IntStream.range(0, replicates)
                .mapToObj(at -> new Sums(drawn, resampled, at))
                .toList();
    }

    /** @param weight of each of its people */
    void add(Cell cell, double weight) {
        weights += weight * cell.people();
        squares += weight * weight * cell.people();
        people[0] += weight * cell.people();
        for (int column = 0; column < sums.length; column++) {
            sums[column][0] += weight * cell.sum(column);
        }
        if (resampled.length > 0) {
            add(weight, cell.drawn(), drawn);
        }
        for (int column = 0; column < resampled.length; column++) {
            var more = cell.replicates(column);
            if (more != null) {
                add(weight, more, resampled[column]);
            }
        }
    }

    private static void add(double weight, int[] numbers, double[] into) {
        for (int b = 0; b < into.length; b++) {
            into[b] += weight * numbers[b];
        }
    }

    Sums whole() {
        return whole;
    }

    /** In them only the resampled columns are there. */
    List<Sums> replicates() {
        return replicates;
    }

    /** (Σw)²/Σw²; 0 where nobody's voice counts. */
    double effectiveN() {
        return squares > 0 ? weights * weights / squares : 0;
    }
}
