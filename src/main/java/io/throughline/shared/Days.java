package io.throughline.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as they stand in addresses, where anybody may write one. */
public final class Days {

    private static final int LENGTH = "2026-01-31".length();

    private Days() {}

    /** Empty where it is none, or of a year with more than four digits: neither pickers nor the database know those. */
    public static Optional<LocalDate> read(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
