package io.throughline.backlog.priority;

/** A number and the interval it lies in (95 %); a number known exactly is its own interval. */
public record Estimate(double value, double low, double high) {

    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /** No further from 0 than this. */
    public Estimate within(double limit) {
        return new Estimate(
                Math.clamp(value, -limit, limit), Math.clamp(low, -limit, limit), Math.clamp(high, -limit, limit));
    }
}
