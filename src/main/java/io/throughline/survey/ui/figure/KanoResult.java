package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.Felt.Category;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Kano.ItemResult;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.figure.ResultChart.Look;
import java.util.List;
import java.util.function.Function;

/** Kano: what each item is to people, what having it gains and missing it costs, and all six counts. */
class KanoResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    KanoResult(Kano.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ItemResult::better);
        var better = rows.stream().map(ItemResult::better).toList();
        var lost = rows.stream().map(row -> row.worse().times(-1)).toList();
        var chart = shown.chart(
                rows.stream().map(row -> shown.text(row.key())).toList(),
                List.of(
                        shown.series(getTranslation("surveys.kano.better"), Look.BAR, better, Weighting.WEIGHTED),
                        shown.series(getTranslation("surveys.kano.lost"), Look.THIN_BAR, lost, Weighting.WEIGHTED)));
        getContent()
                .add(shown.pictured(
                        chart, verdicts(rows), counts(rows), shown.divided(rows, shown::text, figures::percent)));
    }

    private DataTable<ItemResult> verdicts(List<ItemResult> rows) {
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.kano"))
                .tight()
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()));
        shown.weightings().forEach(by -> table.column(shown.by("surveys.kano.category", by), row -> verdict(row, by)));
        figure(table, "surveys.kano.better", rows, ItemResult::better);
        figure(table, "surveys.kano.worse", rows, ItemResult::worse);
        return table.rows(rows);
    }

    private void figure(
            DataTable<ItemResult> table, String key, List<ItemResult> rows, Function<ItemResult, ByWeighting> figure) {
        var all = rows.stream().map(figure).toList();
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by(key, by),
                        row -> figures.signed(figure.apply(row).by(by), QuestionResult.each(all, by))));
    }

    private String verdict(ItemResult row, Weighting by) {
        var verdict = row.verdicts().get(by);
        if (verdict == null) {
            return getTranslation("surveys.undefined");
        }
        var names =
                verdict.categories().stream().map(one -> Labels.of(this, one)).toList();
        return verdict.certain()
                ? names.getFirst()
                : getTranslation("surveys.kano.uncertain", String.join(" / ", names));
    }

    private DataTable<ItemResult> counts(List<ItemResult> rows) {
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.kano.counts"))
                .column(getTranslation("surveys.item"), row -> shown.text(row.key()));
        for (var category : Category.values()) {
            table.numbers(
                    Labels.of(this, category), row -> figures.count(row.counts().getOrDefault(category, 0)));
        }
        felt(table, "surveys.kano.functional", rows, ItemResult::functional);
        felt(table, "surveys.kano.dysfunctional", rows, ItemResult::dysfunctional);
        return table.tight().rows(rows);
    }

    private void felt(
            DataTable<ItemResult> table, String key, List<ItemResult> rows, Function<ItemResult, ByWeighting> mean) {
        var all = rows.stream().map(mean).toList();
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by(key, by),
                        row -> figures.scaled(mean.apply(row).by(by), QuestionResult.each(all, by))));
    }
}
