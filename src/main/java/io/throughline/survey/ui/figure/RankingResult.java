package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.DataTable;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Ranking.ItemResult;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rankings together: Schulze's order with its range, Borda points, and the item that beats every other one. */
class RankingResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    RankingResult(Ranking.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ItemResult::borda);
        int most = Math.max(1, rows.size() - 1);
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.borda.share"),
                                rows.stream().map(row -> shown.text(row.key())).toList(),
                                rows.stream()
                                        .map(row -> row.borda().times(1.0 / most))
                                        .toList()),
                        shown.isFew() ? new Paragraph() : winner(result),
                        table(rows, rows.stream().map(ItemResult::borda).toList()),
                        shown.divided(rows, shown::text, figures::decimal)));
    }

    private Paragraph winner(Ranking.Result result) {
        var key = result.condorcet();
        return new Paragraph(
                key == null
                        ? getTranslation("surveys.condorcet.none")
                        : getTranslation("surveys.condorcet", shown.text(key)));
    }

    private DataTable<ItemResult> table(List<ItemResult> rows, List<ByWeighting> borda) {
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.ranking"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()));
        for (var by : shown.weightings()) {
            table.numbers(
                    shown.by("surveys.place", by), row -> place(row.schulze().by(by)));
        }
        for (var by : shown.weightings()) {
            table.numbers(
                    shown.by("surveys.borda", by),
                    row -> figures.scaled(row.borda().by(by), QuestionResult.each(borda, by)));
        }
        return table.numbers(getTranslation("surveys.first"), row -> figures.count(row.first()))
                .rows(rows);
    }

    /** A place and where it could be; with too few people there are none. */
    private String place(@Nullable Estimate estimate) {
        if (estimate == null || shown.isFew()) {
            return getTranslation(estimate == null ? "surveys.undefined" : "surveys.place.few");
        }
        return figures.count(Math.round(estimate.value())) + " [" + figures.count((long) Math.floor(estimate.low()))
                + "–" + figures.count((long) Math.ceil(estimate.high())) + "]";
    }
}
