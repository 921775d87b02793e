package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A survey of another tool, as it can be asked here.
 *
 * @param leftovers what could not be carried over, in the order of the file
 */
public record Foreign(SurveyContent content, List<Leftover> leftovers) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 5_000_000;

    /** What may stand before the first sign: it says how the file is encoded. */
    private static final String MARKS = "\u00EF\u00BB\u00BF\u00FE\u00FF";

    public Foreign {
        leftovers = List.copyOf(leftovers);
    }

    /**
     * What a file of LimeSurvey ({@code .lss}) or SurveyJS (JSON) holds, told apart by its content.
     *
     * @throws DomainException FOREIGN_NOT_READABLE or FOREIGN_OTHER_ENCODING with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY
     */
    public static Foreign of(byte[] file) {
        return switch (first(file)) {
            case '<' -> LimeSurvey.read(file);
            case '{' -> SurveyJs.read(file);
            default -> throw new DomainException(SurveyError.FOREIGN_NO_SURVEY);
        };
    }

    /** The first sign behind blank space and remarks; a blank where there is none. */
    private static char first(byte[] file) {
        // Every second byte of UTF-16 is none as long as it says nothing but what is looked for here.
        var text = new String(file, 0, Math.min(file.length, LARGEST), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replace('\r', '\n');
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (text.startsWith("//", at)) {
                at = behind("\n", text, at);
            } else if (text.startsWith("/*", at)) {
                at = behind("*/", text, at + 2);
            } else if (Character.isWhitespace(sign) || MARKS.indexOf(sign) >= 0) {
                at++;
            } else {
                return sign;
            }
        }
        return ' ';
    }

    private static int behind(String end, String text, int at) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }
}
