package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Turnout;
import java.text.NumberFormat;

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
        getContent()
                .add(new Kpis()
                        .add(
                                getTranslation("surveys.answered"),
                                numbers.format(report.answered()),
                                report.uncounted() == 0
                                        ? rate
                                        : getTranslation("surveys.uncounted", rate, report.uncounted()),
                                Tone.NEUTRAL)
                        .add(
                                getTranslation("surveys.progress"),
                                numbers.format(report.inProgress()),
                                getTranslation("surveys.progress.note"),
                                Tone.NEUTRAL)
                        .add(
                                getTranslation("surveys.invited"),
                                numbers.format(report.invited()),
                                report.turnout().stream().anyMatch(row -> row.organisation() == null)
                                        ? getTranslation("surveys.invited.unnamed")
                                        : getTranslation(
                                                "surveys.invited.note",
                                                report.turnout().size()),
                                Tone.NEUTRAL));
    }

    /** Whose line it is. */
    public static String who(Component reader, Turnout row) {
        return row.organisation() == null ? reader.getTranslation("surveys.turnout.together") : row.name();
    }
}
