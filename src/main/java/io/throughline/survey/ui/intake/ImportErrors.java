package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.DataTable;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with a file, line by line. */
class ImportErrors extends Composite<Div> {

    /**
     * @param errors of a line as many as there are questions that are wrong
     * @param wrong how many lines there are with errors, of which the first are told
     */
    ImportErrors(List<LineError> errors, int wrong, Texts texts) {
        getContent()
                .add(new DataTable<LineError>(getTranslation("surveys.import.errors", LineError.lines(errors), wrong))
                        .numbers(getTranslation("surveys.publish.file.line"), ImportErrors::line)
                        .column(
                                getTranslation("surveys.import.error.column"),
                                error -> told(error, ImportedCell::column))
                        .column(getTranslation("surveys.import.error.value"), error -> told(error, this::value))
                        .column(getTranslation("surveys.import.error"), error -> texts.of(error.error(), getLocale()))
                        .rows(errors));
    }

    private static String told(LineError error, Function<ImportedCell, String> what) {
        return error.cells().stream().map(what).collect(Collectors.joining("; "));
    }

    private String value(ImportedCell cell) {
        return cell.value().isEmpty() ? getTranslation("surveys.import.error.empty") : cell.value();
    }

    private static String line(LineError error) {
        return error.line() == 0 ? "–" : String.valueOf(error.line());
    }
}
