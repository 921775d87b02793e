package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.shared.Money;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Act;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stages in their order, each with what it means for the business, its span and its cost. */
class StagesPart extends Part {

    private static final String UP = "up";
    private static final String DOWN = "down";

    private final DraftDesk desk;
    private final Div adding = Kit.row();
    private final Div nothing;
    private final LongTable table;

    StagesPart(DraftDesk desk) {
        this.desk = desk;
        nothing = Kit.empty(getTranslation("draft.stages.none"), getTranslation("draft.stages.none.text"));
        table = new LongTable(
                        getTranslation("draft.stages.caption"),
                        List.of(
                                Column.text(getTranslation("draft.stage")),
                                Column.text(getTranslation("draft.stage.implications")),
                                Column.text(getTranslation("draft.start")),
                                Column.text(getTranslation("draft.finish")),
                                Column.number(getTranslation("draft.cost"))),
                        this::page)
                .opening(this::open)
                .acting(this::move);
        adding.add(new Button(
                "+ " + getTranslation("draft.stage.add"),
                click -> StageForm.create(desk).show()));
        getContent().add(Kit.card(getTranslation("enum.DraftSection.STAGES"), Kit.stack(adding, nothing, table)));
    }

    @Override
    void show(DraftDetail view) {
        boolean any = !view.content().stages().isEmpty();
        nothing.setVisible(!any);
        table.setVisible(any);
        adding.setVisible(view.editable());
        table.refresh();
    }

    @Override
    void open(UUID item) {
        desk.plan()
                .find(new StageId(item))
                .ifPresent(stage -> StageForm.edit(desk, (Stage) stage).show());
    }

    private LongTable.Page page(int offset, int limit) {
        var view = desk.view();
        return LongTable.Page.of(view.content().stages(), offset, limit, stage -> row(view, stage));
    }

    private LongTable.Row row(DraftDetail view, Stage stage) {
        var figures = view.figures();
        var span = figures.span(stage.id());
        var row = LongTable.Row.of(
                stage.id().value(),
                Cell.of(stage.title()),
                Cell.of(stage.businessImplications()),
                Cell.of(span.map(one -> Written.date(one.start(), getLocale())).orElse("")),
                Cell.of(span.map(one -> Written.date(one.finish(), getLocale())).orElse("")),
                Cell.of(Written.money(
                        figures.cost(stage.id()).orElse(Money.ZERO),
                        view.content().header().currency(),
                        getLocale())));
        return view.editable()
                ? row.with(
                        new Act(UP, "↑", getTranslation("draft.up", stage.title())),
                        new Act(DOWN, "↓", getTranslation("draft.down", stage.title())))
                : row;
    }

    private void move(String direction, UUID id) {
        var before = desk.plan().stages();
        int from = before.stream().map(Stage::id).toList().indexOf(new StageId(id));
        int to = direction.equals(UP) ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= before.size()) {
            return;
        }
        var after = new ArrayList<>(before);
        after.add(to, after.remove(from));
        var operations = new ArrayList<PlanOperation>();
        for (int i = 0; i < after.size(); i++) {
            var stage = after.get(i);
            if (stage.order() != i + 1) {
                operations.add(new PlanOperation.Change(
                        stage, new Stage(stage.id(), stage.code(), stage.name(), stage.businessImplications(), i + 1)));
            }
        }
        desk.edit(operations);
    }
}
