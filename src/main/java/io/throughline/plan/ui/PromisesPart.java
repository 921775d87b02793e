package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItem;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Written;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan promises to hand over, when, for which requirements, and what must be true of it then. */
class PromisesPart extends Composite<Div> {

    PromisesPart(PlanFigures plan) {
        getContent()
                .add(LongTable.of(
                        getTranslation("project.deliverables.caption"),
                        List.of(
                                Column.text(getTranslation("project.deliverable")),
                                Column.text(getTranslation("project.ready")),
                                Column.text(getTranslation("project.criteria")),
                                Column.text(getTranslation("project.serves"))),
                        plan.plan().deliverables().stream()
                                .map(one -> row(plan, one))
                                .toList()));
    }

    private LongTable.Row row(PlanFigures plan, Deliverable one) {
        var ready = plan.span(one.id()).map(PlanFigures.Span::finish).orElse(null);
        var publicName = one.publicName().in(getLocale());
        return LongTable.Row.of(
                one.id().value(),
                Cell.of(one.title(), publicName.equals(one.name()) ? "" : publicName),
                Cell.of(Written.date(ready, getLocale())),
                Cell.lines(one.criteria().stream()
                        .map(criterion -> Cell.of(criterion.text()))
                        .toList()),
                Cell.of(one.requirements().stream()
                        .map(ref -> plan.plan().find(ref).map(PlanItem::title).orElse(""))
                        .collect(Collectors.joining(" · "))));
    }
}
