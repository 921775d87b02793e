package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.figure.ResultChart.Look;
import java.util.List;
import java.util.function.Function;

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
                    shown.by("surveys.opportunity", by),
                    row -> figures.scaled(row.opportunity().by(by), all));
        }
        tenfold(table, "surveys.importance.tenfold", rows, ImportanceSatisfactionByRating.ItemResult::importance);
        table.numbers(getTranslation("surveys.important"), row -> of(row.importantTo(), row.important()));
        tenfold(table, "surveys.satisfaction.tenfold", rows, ImportanceSatisfactionByRating.ItemResult::satisfaction);
        return table.numbers(getTranslation("surveys.satisfied"), row -> of(row.satisfiedWith(), row.satisfied()))
                .tight()
                .rows(rows);
    }

    /** I and S are ten times the share. */
    private void tenfold(
            DataTable<ImportanceSatisfactionByRating.ItemResult> table,
            String key,
            List<ImportanceSatisfactionByRating.ItemResult> rows,
            Function<ImportanceSatisfactionByRating.ItemResult, ByWeighting> share) {
        var all = rows.stream().map(row -> share.apply(row).times(10)).toList();
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by(key, by),
                        row -> figures.scaled(share.apply(row).times(10).by(by), QuestionResult.each(all, by))));
    }

    private String of(int some, List<Integer> counts) {
        return shown.counted(some, counts.stream().mapToInt(Integer::intValue).sum());
    }
}
