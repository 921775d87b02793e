package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Pairwise.ItemResult;
import io.throughline.survey.question.stats.ByWeighting;
import java.util.List;

/** Pairwise comparison: weights of the group as picture and table, and how far its judgements fit together. */
class PairwiseResult extends Composite<Div> {

    private final transient QuestionResult shown;
    private final transient Figures figures;

    PairwiseResult(Pairwise.Result result, QuestionResult shown) {
        this.shown = shown;
        figures = shown.figures();
        var rows = shown.ordered(result.items(), ItemResult::weight);
        var weights = rows.stream().map(ItemResult::weight).toList();
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.weight"),
                                rows.stream().map(row -> shown.text(row.key())).toList(),
                                weights),
                        table(rows, weights),
                        Kit.dim(getTranslation(
                                "surveys.consistency",
                                figures.ratio(result.consistency()),
                                figures.count(result.inconsistent()),
                                figures.count(result.size().people()))),
                        shown.divided(rows, shown::text, figures::percent)));
    }

    private DataTable<ItemResult> table(List<ItemResult> rows, List<ByWeighting> weights) {
        var table = new DataTable<ItemResult>(getTranslation("surveys.caption.pairwise"))
                .components(getTranslation("surveys.item"), row -> shown.item(row.key()));
        shown.weightings()
                .forEach(by -> table.numbers(
                        getTranslation("surveys.share." + by.name()),
                        row -> figures.share(row.weight().by(by), QuestionResult.each(weights, by))));
        return table.rows(rows);
    }
}
