package io.throughline.shared;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text in a cell of a table: no spreadsheet takes it for a formula, and it can be read back as it was. Each of its lines is
 * made safe: where a program expects other separators it knows no quotes either, and takes each for a row of its own.
 */
public final class SafeCell {

    /** The wide forms of the first four begin formulas, too, where people write in Chinese or Japanese. */
    private static final String FORMULA = "=+-@\t\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String FORMULA_OR_BREAK = FORMULA + "\r\n";

    /** Between two lines; what parts them stays with the first. */
    private static final Pattern BETWEEN_LINES = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    private SafeCell() {}

    /** Has an apostrophe before what a spreadsheet would run, and before what looks as if it had one already. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return eachLine(text, (line, start) -> isFormula(line, start) ? "'" + line : line);
    }

    /** The text {@link #of} made this cell of. */
    public static String meant(String cell) {
        return eachLine(
                cell, (line, start) -> line.startsWith("'") && isFormula(line, start) ? line.substring(1) : line);
    }

    /** What becomes of a line. */
    private interface OfLine {
        String of(String line, String start);
    }

    private static String eachLine(String text, OfLine change) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return change.of(text, FORMULA_OR_BREAK);
        }
        var lines = BETWEEN_LINES.split(text, -1);
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> change.of(line, FORMULA))
                .collect(Collectors.joining("", change.of(lines[0], FORMULA_OR_BREAK), ""));
    }

    private static boolean isFormula(String line, String starts) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '\'') {
            at++;
        }
        return at < line.length() && starts.indexOf(line.charAt(at)) >= 0;
    }
}
