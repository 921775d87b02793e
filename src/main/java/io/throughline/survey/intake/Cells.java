package io.throughline.survey.intake;

import io.throughline.shared.SafeCell;
import io.throughline.survey.ImportedCell;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, by their headings.
 *
 * @param exported whether the file is an export of the portal: then a choice is a code, and what was kept from being a formula
 *     is read as it was meant
 * @param seen the columns that are looked at; null for all
 */
record Cells(CSVRecord row, boolean exported, @Nullable Set<String> seen) {

    Cells(CSVRecord row, boolean exported) {
        this(row, exported, null);
    }

    /** As if nothing stood in any other column. */
    Cells only(Set<String> columns) {
        return new Cells(row, exported, Set.copyOf(columns));
    }

    /** Empty where there is no such column. */
    String of(@Nullable String column) {
        if (column == null || isHidden(column)) {
            return "";
        }
        var cell = row.get(column).strip();
        return exported ? SafeCell.meant(cell) : cell;
    }

    /** What somebody wrote: an export has it to the letter. */
    String words(@Nullable String column) {
        return exported && column != null && !isHidden(column) ? SafeCell.meant(row.get(column)) : of(column);
    }

    /** As it is told to people. */
    ImportedCell told(String column) {
        return new ImportedCell(column, of(column));
    }

    private boolean isHidden(String column) {
        return !row.isSet(column) || seen != null && !seen.contains(column);
    }
}
