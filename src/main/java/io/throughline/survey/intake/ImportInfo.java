package io.throughline.survey.intake;

import io.throughline.shared.PersonId;
import io.throughline.survey.LineError;
import io.throughline.survey.SurveyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of answers, while it is brought in and afterwards.
 *
 * @param by who brought it in
 * @param read lines read so far; while it is checked, of the check
 * @param lines of the file; null as long as it is checked
 * @param stored responses that are in
 * @param known respondents who were in before, left alone
 * @param wrong lines with an error
 * @param errors of the first 200 of them, three of each at most; line 0 is the file as a whole
 * @param endedAt null while it runs
 * @param noted whether somebody took note of what became of it
 */
public record ImportInfo(
        ImportId id,
        SurveyId survey,
        PersonId by,
        String fileName,
        ImportState state,
        int read,
        @Nullable Integer lines,
        int stored,
        int known,
        int wrong,
        List<LineError> errors,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean noted) {

    public ImportInfo {
        errors = List.copyOf(errors);
    }
}
