package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Turnout;
import io.throughline.survey.results.Weights;
import io.throughline.survey.ui.campaign.TurnoutFigures;
import java.text.NumberFormat;

/** Who has answered, organisation by organisation. */
class TurnoutTable extends Composite<Section> {

    TurnoutTable(ResultsReport report) {
        var numbers = NumberFormat.getNumberInstance(getLocale());
        numbers.setMaximumFractionDigits(Weights.DECIMALS);
        var percent = NumberFormat.getPercentInstance(getLocale());
        getContent().addClassName("tl-card");
        getContent()
                .add(
                        new H2(getTranslation("surveys.who")),
                        Kit.stack(new DataTable<Turnout>(caption(report))
                                .column(getTranslation("surveys.organisation"), row -> TurnoutFigures.who(this, row))
                                .column(getTranslation("surveys.segment"), Turnout::segment)
                                .numbers(getTranslation("surveys.weight"), row -> numbers.format(row.weight()))
                                .numbers(getTranslation("surveys.invited"), row -> numbers.format(row.invited()))
                                .with(TurnoutFigures.begun(
                                        getTranslation("surveys.progress"), numbers, report.turnout()))
                                .numbers(getTranslation("surveys.answered"), row -> numbers.format(row.answered()))
                                .numbers(
                                        getTranslation("surveys.rate"),
                                        row -> row.invited() == 0
                                                ? "–"
                                                : percent.format((double) row.answered() / row.invited()))
                                .rows(report.turnout())));
    }

    private String caption(ResultsReport report) {
        var begun = report.inProgress();
        return begun == null
                ? getTranslation("surveys.turnout.unbegun", report.answered(), report.invited())
                : getTranslation("surveys.turnout", report.answered(), report.invited(), begun);
    }
}
