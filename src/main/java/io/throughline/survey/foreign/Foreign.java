package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import java.util.List;
import java.util.Set;

/**
 * A survey of another tool, as it can be asked here.
 *
 * @param leftovers what could not be carried over, in the order of the file
 */
public record Foreign(SurveyContent content, List<Leftover> leftovers) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 5_000_000;

    /** What may stand before the first sign, or beside it: it says how the file is encoded. */
    private static final Set<Byte> MARKS =
            Set.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFE, (byte) 0xFF, (byte) 0);

    public Foreign {
        leftovers = List.copyOf(leftovers);
    }

    /**
     * What a file of LimeSurvey ({@code .lss}) or SurveyJS (JSON) holds, told apart by its content.
     *
     * @throws DomainException FOREIGN_NOT_READABLE with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY
     */
    public static Foreign of(byte[] file) {
        for (var one : file) {
            if (one == '<') {
                return LimeSurvey.read(file);
            }
            if (one == '{') {
                return SurveyJs.read(file);
            }
            if (!Character.isWhitespace(one) && !MARKS.contains(one)) {
                break;
            }
        }
        throw new DomainException(SurveyError.FOREIGN_NO_SURVEY);
    }
}
