package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.BestWorst.ItemResult;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Weighting;
import java.util.List;
import java.util.stream.Collectors;

/** Best–worst scaling: shares of importance as picture and table, with the counts they rest on. */
class BestWorstResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    BestWorstResult(BestWorst.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ItemResult::share);
        var shares = rows.stream().map(ItemResult::share).toList();
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.share"),
                                rows.stream().map(row -> shown.text(row.key())).toList(),
                                shares),
                        table(rows, shares),
                        scores(rows),
                        Kit.dim(edges(rows)),
                        shown.divided(rows, shown::text, figures::decimal)));
    }

    private DataTable<ItemResult> table(List<ItemResult> rows, List<ByWeighting> shares) {
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.best-worst"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        getTranslation("surveys.share." + by.name()),
                        row -> figures.share(row.share().by(by), QuestionResult.each(shares, by))));
        return table.numbers(getTranslation("surveys.best"), row -> figures.count(row.best()))
                .numbers(getTranslation("surveys.worst"), row -> figures.count(row.worst()))
                .numbers(getTranslation("surveys.shown"), row -> figures.count(row.shown()))
                .rows(rows);
    }

    private DataTable<ItemResult> scores(List<ItemResult> rows) {
        var standardised = rows.stream().map(ItemResult::standardised).toList();
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.best-worst.scores"))
                .tight()
                .column(getTranslation("surveys.item"), row -> shown.text(row.key()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by("surveys.standardised", by),
                        row -> figures.signed(row.standardised().by(by), QuestionResult.each(standardised, by))));
        shown.weightings()
                .forEach(by -> table.numbers(
                        shown.by("surveys.root", by),
                        row -> figures.decimal(row.roots().get(by))));
        shown.weightings().forEach(by -> table.numbers(shown.by("surveys.logit", by), row -> logit(row, by)));
        return table.rows(rows);
    }

    private String logit(ItemResult row, Weighting by) {
        var logit = row.logits().get(by);
        return logit == null
                ? getTranslation("surveys.undefined")
                : figures.decimal(logit.b()) + " ± " + figures.decimal(logit.error());
    }

    /** The items whose share is one the method has no value for. */
    private String edges(List<ItemResult> rows) {
        var edges = rows.stream()
                .filter(ItemResult::edge)
                .map(row -> shown.text(row.key()))
                .collect(Collectors.joining(", "));
        return edges.isEmpty() ? "" : getTranslation("surveys.edge", edges);
    }
}
