package io.throughline.survey.row;

import java.util.Locale;

/** Patterns for LIKE from what a person typed. */
public final class Like {

    private Like() {}

    /** Matches lower-case texts that contain this one; "%%" for nothing typed. */
    public static String containing(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
