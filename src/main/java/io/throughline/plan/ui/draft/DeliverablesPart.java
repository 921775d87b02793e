package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.shared.Id;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Written;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is handed over and accepted, when it is ready, and which requirements it serves. */
class DeliverablesPart extends Part {

    private final DraftDesk desk;
    private final Div adding = Kit.row();
    private final Div nothing;
    private final LongTable table;

    DeliverablesPart(DraftDesk desk) {
        this.desk = desk;
        nothing = Kit.empty(getTranslation("draft.deliverables.none"), getTranslation("draft.deliverables.none.text"));
        table = new LongTable(
                        getTranslation("draft.deliverables.caption"),
                        List.of(
                                Column.text(getTranslation("draft.deliverable")),
                                Column.text(getTranslation("draft.ready")),
                                Column.text(getTranslation("draft.requirements")),
                                Column.text(getTranslation("draft.criteria"))),
                        this::page)
                .opening(this::open);
        adding.add(new Button(
                "+ " + getTranslation("draft.deliverable.add"),
                click -> DeliverableForm.create(desk, Set.of()).show()));
        getContent().add(Kit.card(getTranslation("enum.DraftSection.DELIVERABLES"), Kit.stack(adding, nothing, table)));
    }

    @Override
    void show(DraftDetail view) {
        boolean any = !view.content().deliverables().isEmpty();
        nothing.setVisible(!any);
        table.setVisible(any);
        adding.setVisible(view.editable());
        table.refresh();
    }

    /** A requirement that nothing delivers yet opens a new deliverable for it. */
    @Override
    void open(UUID item) {
        var view = desk.view();
        var plan = view.content();
        plan.find(new DeliverableId(item))
                .ifPresent(one -> DeliverableForm.edit(desk, (Deliverable) one).show());
        var requirement = new RequirementRef(item);
        if (view.editable() && plan.requirementsInScope().contains(requirement)) {
            DeliverableForm.create(desk, Set.of(requirement)).show();
        }
    }

    private LongTable.Page page(int offset, int limit) {
        var view = desk.view();
        return LongTable.Page.of(view.content().deliverables(), offset, limit, one -> row(view, one));
    }

    private LongTable.Row row(DraftDetail view, Deliverable one) {
        var ready = view.figures()
                .span(one.id())
                .map(span -> Written.date(span.finish(), getLocale()))
                .orElse("");
        var served = view.content().scope().stream()
                .filter(item -> one.requirements().contains(item.requirement()))
                .map(ScopeItem::title)
                .collect(Collectors.joining(", "));
        var publicName = one.publicName().in(getLocale());
        return LongTable.Row.of(
                one.id().value(),
                Cell.of(one.title(), publicName.equals(one.name()) ? "" : publicName),
                Cell.of(ready, title(view, one.milestone() != null ? one.milestone() : one.stage())),
                Cell.of(served),
                Cell.of(
                        one.criteria().isEmpty()
                                ? ""
                                : getTranslation(
                                        "draft.criteria.count", one.criteria().size())));
    }

    private static String title(DraftDetail view, @Nullable Id item) {
        return item == null
                ? ""
                : view.content().find(item).map(PlanItem::title).orElse("");
    }
}
