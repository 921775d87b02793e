package io.throughline.survey.intake;

import io.throughline.shared.SafeCell;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, by their headings.
 *
 * @param exported whether the file is an export of the portal: then a choice is a code, and what was kept from being a formula
 *     is read as it was meant
 */
record Cells(CSVRecord row, boolean exported) {

    /** Empty where there is no such column. */
    String of(@Nullable String column) {
        if (column == null || !row.isSet(column)) {
            return "";
        }
        var cell = row.get(column).strip();
        return exported ? SafeCell.meant(cell) : cell;
    }

    /** What somebody wrote: an export has it to the letter. */
    String words(@Nullable String column) {
        return exported && column != null && row.isSet(column) ? SafeCell.meant(row.get(column)) : of(column);
    }
}
