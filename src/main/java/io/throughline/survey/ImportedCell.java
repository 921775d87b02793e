package io.throughline.survey;

/**
 * A cell of an imported file, as it is told to people.
 *
 * @param column its heading, on one line and of {@value #LONGEST} characters at the most
 * @param value what stands there, shortened likewise; empty where nothing does
 */
public record ImportedCell(String column, String value) {

    /** So much of a heading or a value is told: enough to find it, little enough to read. */
    public static final int LONGEST = 60;

    public ImportedCell {
        column = shortened(column);
        value = shortened(value);
    }

    private static String shortened(String text) {
        // A cell may hold a whole file: what can't be shown is not looked at.
        var line = text.substring(0, Math.min(text.length(), 4 * LONGEST))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        int shown = line.codePointCount(0, line.length());
        return shown <= LONGEST && text.length() <= 4 * LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(shown, LONGEST - 1))) + "…";
    }
}
