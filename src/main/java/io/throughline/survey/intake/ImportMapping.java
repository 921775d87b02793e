package io.throughline.survey.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which column of a file of answers goes where, as a person chose it.
 *
 * @param respondent column with the respondent's id: one line each, imported once
 * @param name how a respondent is called; {} stands for the id
 * @param organisation column with the organisation
 * @param organisationName its name here; {} stands for the column's value
 * @param columns by the place they fill
 * @param noneIfEmpty questions, by place from 1, of which empty columns mean "none of these"
 */
public record ImportMapping(
        String respondent,
        String name,
        String organisation,
        String organisationName,
        Map<ImportSlot, String> columns,
        Set<Integer> noneIfEmpty) {

    public ImportMapping {
        columns = Map.copyOf(columns);
        noneIfEmpty = Set.copyOf(noneIfEmpty);
    }

    /** The columns it reads. */
    List<String> chosen() {
        return Stream.concat(Stream.of(respondent, organisation), columns.values().stream())
                .filter(column -> !column.isEmpty())
                .distinct()
                .toList();
    }
}
