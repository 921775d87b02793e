package io.throughline.survey.ui.question;

import java.text.NumberFormat;
import java.util.Locale;

/** How large a file is, in words. */
final class FileSize {

    private static final int KILO = 1_000;

    private FileSize() {}

    /** In kB below a million bytes, in MB with one decimal from there on. */
    static String of(long bytes, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return bytes < KILO * KILO
                ? format.format(Math.ceilDiv(bytes, KILO)) + " kB"
                : format.format((double) bytes / (KILO * KILO)) + " MB";
    }
}
