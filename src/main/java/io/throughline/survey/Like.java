package io.throughline.survey;

import java.util.Locale;

/** Patterns for LIKE from what a person typed. */
final class Like {

    private Like() {}

    /** Matches lower-case texts that contain this one; "%%" for nothing typed. */
    static String containing(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
