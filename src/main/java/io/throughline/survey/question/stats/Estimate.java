package io.throughline.survey.question.stats;

/**
 * A figure with its 95 % interval.
 *
 * @param low lower limit, never above the value's scale
 * @param high upper limit
 * @param effectiveN n_e = (Σw)²/Σw² of the people it rests on
 */
public record Estimate(double value, double low, double high, double effectiveN, Interval interval) {

    /**
     * Drawn towards what all items have in common, for figures that rest on too few people: both limits as far as the value,
     * so that it stays between them.
     *
     * @param common the mean over the items
     * @param priorPeople how many people that mean weighs, see {@link Settings}
     */
    public Estimate shrunk(double common, int priorPeople) {
        return new Estimate(
                shrunk(value, common, priorPeople),
                shrunk(low, common, priorPeople),
                shrunk(high, common, priorPeople),
                effectiveN,
                interval);
    }

    private double shrunk(double figure, double common, int priorPeople) {
        return (effectiveN * figure + priorPeople * common) / (effectiveN + priorPeople);
    }

    /** In another unit; a negative factor swaps the limits. */
    public Estimate times(double factor) {
        return new Estimate(
                value * factor,
                Math.min(low * factor, high * factor),
                Math.max(low * factor, high * factor),
                effectiveN,
                interval);
    }

    /** How the limits were found. */
    public enum Interval {
        WILSON,
        T,
        BOOTSTRAP
    }
}
