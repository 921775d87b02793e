package io.throughline.plan.ui.draft;

import java.util.List;

/** Codes of a plan's items: a letter and a number that goes on from the largest one. */
final class Codes {

    private Codes() {}

    /** "T-4" after "T-1" and "T-3". */
    static String next(String prefix, List<String> taken) {
        int largest = taken.stream()
                .filter(code -> code.startsWith(prefix + "-"))
                .map(code -> code.substring(prefix.length() + 1))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return prefix + "-" + (largest + 1);
    }
}
