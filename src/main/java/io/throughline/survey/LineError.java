package io.throughline.survey;

import io.throughline.shared.DomainException;
import java.util.List;

/**
 * What is wrong with one line of an imported file.
 *
 * @param line counted as an editor does, the heading being line 1
 * @param cells those that are wrong, or wrong together; none where it is the line as a whole
 */
public record LineError(long line, List<ImportedCell> cells, DomainException error) {

    public LineError {
        cells = List.copyOf(cells);
    }

    /** Of the line as a whole. */
    public LineError(long line, DomainException error) {
        this(line, List.of(), error);
    }

    /** How many lines they are of: of one line there may be several. */
    public static int lines(List<LineError> errors) {
        return (int) errors.stream().mapToLong(LineError::line).distinct().count();
    }
}
