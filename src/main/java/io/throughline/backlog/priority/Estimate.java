package io.throughline.backlog.priority;

/** A number and the interval it lies in (95 %); a number known exactly is its own interval. */
public record Estimate(double value, double low, double high) {

    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }
}
