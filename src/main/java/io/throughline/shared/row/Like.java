package io.throughline.shared.row;

/** Patterns for LIKE from what a person typed. */
public final class Like {

    private Like() {}

    /** Matches texts that contain this one; "%%" for nothing typed. */
    public static String containing(String typed) {
        return "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
