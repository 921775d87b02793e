package io.throughline.plan.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A stretch of working time in days of a calendar, two decimals; below zero for a lead or a negative float. */
public record WorkDays(BigDecimal days) implements Comparable<WorkDays> {

    public static final WorkDays ZERO = new WorkDays(BigDecimal.ZERO);

    public WorkDays {
        days = days.setScale(2, RoundingMode.HALF_UP);
    }

    @JsonCreator
    public static WorkDays of(String days) {
        return new WorkDays(new BigDecimal(days));
    }

    public static WorkDays of(long days) {
        return new WorkDays(BigDecimal.valueOf(days));
    }

    static WorkDays ofSeconds(long seconds, long secondsADay) {
        return new WorkDays(
                BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(secondsADay), 2, RoundingMode.HALF_UP));
    }

    long seconds(long secondsADay) {
        return days.multiply(BigDecimal.valueOf(secondsADay))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public boolean isZero() {
        return days.signum() == 0;
    }

    public boolean isNegative() {
        return days.signum() < 0;
    }

    @Override
    public int compareTo(WorkDays other) {
        return days.compareTo(other.days);
    }

    /** The plain decimal ("4.00"), also its JSON form. */
    @JsonValue
    @Override
    public String toString() {
        return days.toPlainString();
    }
}
