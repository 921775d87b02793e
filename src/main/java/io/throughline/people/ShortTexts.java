package io.throughline.people;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;

/** Short texts as people type them: trimmed, on one line, within a limit. */
final class ShortTexts {

    private ShortTexts() {}

    static String required(String labelKey, String text, int limit) {
        var clean = optional(labelKey, text, limit);
        if (clean.isEmpty()) {
            throw new DomainException(CommonError.REQUIRED, labelKey);
        }
        return clean;
    }

    static String optional(String labelKey, String text, int limit) {
        var clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (clean.length() > limit) {
            throw new DomainException(CommonError.TOO_LONG, labelKey, limit);
        }
        return clean;
    }
}
