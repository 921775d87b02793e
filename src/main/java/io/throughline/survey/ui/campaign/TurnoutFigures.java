package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Turnout;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** How many were invited, have begun and have submitted. */
public class TurnoutFigures extends Composite<Div> {

    public TurnoutFigures(ResultsReport report) {
        var numbers = NumberFormat.getIntegerInstance(getLocale());
        var percent = NumberFormat.getPercentInstance(getLocale());
        percent.setMaximumFractionDigits(1);
        var rate = report.invited() == 0
                ? ""
                : getTranslation(
                        "surveys.answered.rate", percent.format((double) report.answered() / report.invited()));
        var figures = new Kpis()
                .add(
                        getTranslation("surveys.answered"),
                        numbers.format(report.answered()),
                        report.uncounted() == 0 ? rate : getTranslation("surveys.uncounted", rate, report.uncounted()),
                        Tone.NEUTRAL);
        var begun = report.inProgress();
        if (begun != null) {
            figures.add(
                    getTranslation("surveys.progress"),
                    numbers.format(begun),
                    getTranslation("surveys.progress.note"),
                    Tone.NEUTRAL);
        }
        getContent()
                .add(figures.add(
                        getTranslation("surveys.invited"),
                        numbers.format(report.invited()),
                        report.turnout().stream().anyMatch(row -> row.organisation() == null)
                                ? getTranslation("surveys.invited.unnamed")
                                : getTranslation(
                                        "surveys.invited.note", report.turnout().size()),
                        Tone.NEUTRAL));
    }

    /** The column of those who have begun, where it is known of all: elsewhere a nought would be made up. */
    public static Consumer<DataTable<Turnout>> begun(String heading, NumberFormat numbers, List<Turnout> rows) {
        return table -> {
            if (Turnout.inProgress(rows) != null) {
                table.numbers(heading, row -> numbers.format(Objects.requireNonNullElse(row.inProgress(), 0)));
            }
        };
    }

    /** Whose line it is. */
    public static String who(Component reader, Turnout row) {
        return row.organisation() == null ? reader.getTranslation("surveys.turnout.together") : row.name();
    }
}
