package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.survey.question.Points;

/** 100 points: the mean part of each item, and how far people differ on it. */
class PointsResult extends Composite<Div> {

    PointsResult(Points.Result result, QuestionResult shown) {
        var figures = shown.figures();
        var rows = shown.ordered(result.items(), Points.ItemResult::share);
        var shares = rows.stream().map(Points.ItemResult::share).toList();
        var table = new DataTable<Points.ItemResult>(getTranslation("surveys.caption.points"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()))
                .numbers(getTranslation("surveys.given"), row -> figures.count(row.given()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        getTranslation("surveys.share." + by.name()),
                        row -> figures.share(row.share().by(by), QuestionResult.each(shares, by))));
        var items = rows.stream().map(row -> shown.text(row.key())).toList();
        getContent()
                .add(shown.pictured(
                        shown.chart(getTranslation("surveys.share"), items, shares),
                        table.rows(rows),
                        shown.disagreement(
                                rows.stream()
                                        .map(row -> new DisagreementTable.Row(
                                                shown.text(row.key()),
                                                row.organisations(),
                                                row.disagreement(),
                                                row.spread()))
                                        .toList(),
                                figures::percent)));
    }
}
