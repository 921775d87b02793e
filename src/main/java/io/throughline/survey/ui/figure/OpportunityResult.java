package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.figure.ResultChart.Look;
import java.util.List;

/** Importance and satisfaction by rating: the opportunity of each item, always beside the two it comes from. */
class OpportunityResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    OpportunityResult(ImportanceSatisfactionByRating.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ImportanceSatisfactionByRating.ItemResult::opportunity);
        getContent().add(shown.pictured(chart(rows), table(rows), shown.divided(rows, shown::text, figures::percent)));
    }

    private Component chart(List<ImportanceSatisfactionByRating.ItemResult> rows) {
        var importance = rows.stream()
                .map(ImportanceSatisfactionByRating.ItemResult::importance)
                .toList();
        var satisfaction = rows.stream()
                .map(ImportanceSatisfactionByRating.ItemResult::satisfaction)
                .toList();
        return shown.chart(
                rows.stream().map(row -> shown.text(row.key())).toList(),
                List.of(
                        shown.series(getTranslation("surveys.importance"), Look.BAR, importance, Weighting.WEIGHTED),
                        shown.series(
                                getTranslation("answer.satisfaction"),
                                Look.THIN_BAR,
                                satisfaction,
                                Weighting.WEIGHTED)));
    }

    private Component table(List<ImportanceSatisfactionByRating.ItemResult> rows) {
        var table = new DataTable<ImportanceSatisfactionByRating.ItemResult>(
                        getTranslation("surveys.caption.opportunity"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()));
        for (var by : shown.weightings()) {
            var all = QuestionResult.each(
                    rows.stream()
                            .map(ImportanceSatisfactionByRating.ItemResult::opportunity)
                            .toList(),
                    by);
            table.numbers(
                    getTranslation("surveys.opportunity") + " · " + Labels.of(this, by),
                    row -> figures.scaled(row.opportunity().by(by), all));
        }
        return table.numbers(getTranslation("surveys.importance.tenfold"), row -> tenfold(row.importance()))
                .numbers(getTranslation("surveys.important"), row -> of(row.importantTo(), row.important()))
                .numbers(getTranslation("surveys.satisfaction.tenfold"), row -> tenfold(row.satisfaction()))
                .numbers(getTranslation("surveys.satisfied"), row -> of(row.satisfiedWith(), row.satisfied()))
                .rows(rows);
    }

    /** I and S are ten times the share, weighted. */
    private String tenfold(ByWeighting share) {
        return figures.scaled(share.times(10).weighted(), List.of());
    }

    private String of(int some, List<Integer> counts) {
        return shown.counted(some, counts.stream().mapToInt(Integer::intValue).sum());
    }
}
