package io.throughline.survey.results;

import org.jspecify.annotations.Nullable;

/** Text in a cell of a table: no spreadsheet takes it for a formula, and it can be read back as it was. */
public final class SafeCell {

    private static final String FORMULA = "=+-@\t\r\n";

    private SafeCell() {}

    /** Has an apostrophe before what a spreadsheet would run, and before what looks as if it had one already. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return isFormula(text) ? "'" + text : text;
    }

    /** The text {@link #of} made this cell of. */
    public static String meant(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
