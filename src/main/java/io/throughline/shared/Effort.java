package io.throughline.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Work in person-hours (≥ 0, two decimals), shown in days of 8 hours. */
public record Effort(BigDecimal hours) implements Comparable<Effort> {

    public static final Effort ZERO = new Effort(BigDecimal.ZERO);
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(8);

    public Effort {
        hours = hours.setScale(2, RoundingMode.HALF_UP);
        if (hours.signum() < 0) {
            throw new IllegalArgumentException("effort below zero: " + hours);
        }
    }

    @JsonCreator
    public static Effort of(String hours) {
        return new Effort(new BigDecimal(hours));
    }

    public static Effort ofHours(long hours) {
        return new Effort(BigDecimal.valueOf(hours));
    }

    public static Effort ofDays(long days) {
        return ofHours(days * 8);
    }

    public BigDecimal days() {
        return hours.divide(HOURS_A_DAY, 2, RoundingMode.HALF_UP);
    }

    /** For a field of a form: read back, it is the same effort, which days rounded to be read are not. */
    public BigDecimal exactDays() {
        var days = hours.divide(HOURS_A_DAY).stripTrailingZeros();
        return days.scale() < 2 ? days.setScale(2) : days;
    }

    public Effort plus(Effort other) {
        return new Effort(hours.add(other.hours));
    }

    @Override
    public int compareTo(Effort other) {
        return hours.compareTo(other.hours);
    }

    /** Plain person-hours ("24.00"), also its JSON form. */
    @JsonValue
    @Override
    public String toString() {
        return hours.toPlainString();
    }
}
