package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.figure.ResultChart.Look;
import java.util.ArrayList;
import java.util.List;

/** Importance by choice and satisfaction by rating: how urgent each item is. */
class ImportanceResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    ImportanceResult(ImportanceSatisfaction.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ImportanceSatisfaction.ItemResult::rating);
        getContent()
                .add(shown.pictured(
                        chart(rows),
                        table(result, rows),
                        Kit.dim(getTranslation("surveys.none-unanswered", result.none(), result.unanswered())),
                        shown.divided(rows, shown::text, figures::percent)));
    }

    private Component chart(List<ImportanceSatisfaction.ItemResult> rows) {
        var ratings =
                rows.stream().map(ImportanceSatisfaction.ItemResult::rating).toList();
        var series = new ArrayList<>(shown.weighted(
                getTranslation("surveys.importance"),
                rows.stream().map(ImportanceSatisfaction.ItemResult::importance).toList()));
        series.add(1, shown.series(getTranslation("surveys.rating"), Look.THIN_BAR, ratings, Weighting.WEIGHTED));
        return shown.chart(rows.stream().map(row -> shown.text(row.key())).toList(), series);
    }

    private Component table(ImportanceSatisfaction.Result result, List<ImportanceSatisfaction.ItemResult> rows) {
        var importance =
                rows.stream().map(ImportanceSatisfaction.ItemResult::importance).toList();
        var ratings =
                rows.stream().map(ImportanceSatisfaction.ItemResult::rating).toList();
        var satisfaction = rows.stream()
                .map(ImportanceSatisfaction.ItemResult::satisfaction)
                .toList();
        var table = new DataTable<ImportanceSatisfaction.ItemResult>(getTranslation("surveys.caption.importance"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()))
                .numbers(
                        getTranslation("surveys.named"),
                        row -> shown.counted(row.named(), result.size().people()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by("surveys.importance", by),
                        row -> figures.share(row.importance().by(by), QuestionResult.each(importance, by))));
        table.numbers(getTranslation("surveys.satisfied"), row -> shown.counted(row.satisfied(), row.rated()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by("surveys.satisfied", by),
                        row -> figures.share(row.satisfaction().by(by), QuestionResult.each(satisfaction, by))));
        table.numbers(getTranslation("surveys.dontknow"), row -> figures.count(row.dontKnow()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by("surveys.rating", by),
                        row -> figures.share(row.rating().by(by), QuestionResult.each(ratings, by))));
        return table.tight().rows(rows);
    }
}
