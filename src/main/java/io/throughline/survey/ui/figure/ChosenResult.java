package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.Chosen;
import io.throughline.survey.question.Other;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often each of several options was chosen. */
class ChosenResult extends Composite<Div> {

    private final transient QuestionResult shown;

    /** @param none how many said that none fits; null where that isn't asked */
    ChosenResult(List<Chosen> items, @Nullable Integer none, QuestionResult shown) {
        this.shown = shown;
        var figures = shown.figures();
        var rows = shown.ordered(items, Chosen::share);
        var shares = rows.stream().map(Chosen::share).toList();
        var table = new DataTable<Chosen>(getTranslation("surveys.caption.chosen"))
                .components(getTranslation("surveys.item"), row -> item(row.key()))
                .numbers(getTranslation("surveys.chosen"), row -> figures.count(row.count()));
        for (var by : shown.weightings()) {
            table.numbers(
                    getTranslation("surveys.share." + by.name()),
                    row -> figures.share(row.share().by(by), QuestionResult.each(shares, by)));
        }
        var all = shown.pictured(
                shown.chart(
                        getTranslation("surveys.share"),
                        rows.stream().map(row -> text(row.key())).toList(),
                        shares),
                table.rows(rows));
        getContent().add(all);
        if (none != null) {
            getContent().add(Kit.dim(getTranslation("surveys.saidNone", none)));
        }
        getContent().add(shown.divided(rows, this::text, figures::percent));
    }

    /** What else was said stands with the single answers. */
    private Component item(String key) {
        return key.equals(Other.KEY) ? new Span(text(key)) : shown.item(key);
    }

    private String text(String key) {
        return key.equals(Other.KEY) ? getTranslation("answer.other") : shown.text(key);
    }
}
