package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItem;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Written;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan promises to hand over, when, for which requirements, and what must be true of it then. */
class PromisesPart extends Composite<Div> {

    private record Line(String title, String publicName, String ready, String serves, List<String> criteria) {}

    PromisesPart(PlanFigures plan) {
        getContent()
                .add(new DataTable<Line>(getTranslation("project.deliverables.caption"))
                        .components(getTranslation("project.deliverable"), PromisesPart::title)
                        .column(getTranslation("project.ready"), Line::ready)
                        .components(getTranslation("project.criteria"), PromisesPart::criteria)
                        .column(getTranslation("project.serves"), Line::serves)
                        .rows(plan.plan().deliverables().stream()
                                .map(one -> line(plan, one))
                                .toList()));
    }

    private Line line(PlanFigures plan, Deliverable one) {
        return new Line(
                one.title(),
                one.publicName(),
                Written.date(plan.span(one.id()).map(span -> span.finish()).orElse(null), getLocale()),
                one.requirements().stream()
                        .map(ref -> plan.plan().find(ref).map(PlanItem::title).orElse(""))
                        .collect(Collectors.joining(" · ")),
                one.criteria().stream().map(criterion -> criterion.text()).toList());
    }

    private static Component title(Line line) {
        return Kit.div("plan-stage", new Span(line.title()), Kit.dim(line.publicName()));
    }

    private static Component criteria(Line line) {
        var list = new UnorderedList();
        line.criteria().forEach(text -> list.add(new ListItem(text)));
        list.addClassName("plan-criteria");
        return list;
    }
}
