package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.BudgetLineId;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.GradeId;
import io.throughline.plan.content.Stage;
import io.throughline.shared.Money;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What work costs an hour, what else is to be paid, and what both come to, stage by stage. */
class BudgetPart extends Part {

    private static final UUID WITHOUT_STAGE = new UUID(0, 0);
    private static final UUID ALL = new UUID(0, 1);

    private final DraftDesk desk;
    private final List<Component> adding = new ArrayList<>();
    private final LongTable grades;
    private final LongTable lines;
    private final LongTable costs;
    private final Div noGrades;
    private final Paragraph noLines;

    BudgetPart(DraftDesk desk) {
        this.desk = desk;
        var name = Column.text(getTranslation("draft.name"));
        grades = new LongTable(
                        getTranslation("draft.grades.caption"),
                        List.of(name, Column.number(getTranslation("draft.rate.short"))),
                        (offset, limit) -> LongTable.Page.of(desk.plan().grades(), offset, limit, this::grade))
                .opening(this::open);
        lines = new LongTable(
                        getTranslation("draft.lines.caption"),
                        List.of(
                                name,
                                Column.text(getTranslation("draft.stage")),
                                Column.number(getTranslation("draft.amount.short"))),
                        (offset, limit) -> LongTable.Page.of(desk.plan().budgetLines(), offset, limit, this::line))
                .opening(this::open);
        costs = new LongTable(
                getTranslation("draft.costs.caption"),
                List.of(Column.text(getTranslation("draft.stage")), Column.number(getTranslation("draft.cost"))),
                this::costs);
        noGrades = Kit.div("tl-dim", new Paragraph(getTranslation("draft.grades.none")));
        noLines = new Paragraph(getTranslation("draft.lines.none"));
        noLines.addClassName("tl-dim");
        var left = Kit.stack(
                Kit.card(
                        getTranslation("draft.grades"),
                        button("draft.grade.add", () -> GradeForm.create(desk).show()),
                        noGrades,
                        grades),
                Kit.card(
                        getTranslation("draft.lines"),
                        button(
                                "draft.line.add",
                                () -> BudgetLineForm.create(desk).show()),
                        noLines,
                        lines));
        getContent().add(Kit.columns(left, Kit.card(getTranslation("draft.costs"), costs)));
    }

    @Override
    void show(DraftDetail view) {
        var plan = view.content();
        adding.forEach(button -> button.setVisible(view.editable()));
        noGrades.setVisible(plan.grades().isEmpty());
        grades.setVisible(!plan.grades().isEmpty());
        noLines.setVisible(plan.budgetLines().isEmpty());
        lines.setVisible(!plan.budgetLines().isEmpty());
        List.of(grades, lines, costs).forEach(LongTable::refresh);
    }

    @Override
    void open(UUID item) {
        var plan = desk.plan();
        plan.find(new GradeId(item))
                .ifPresent(grade -> GradeForm.edit(desk, (Grade) grade).show());
        plan.find(new BudgetLineId(item))
                .ifPresent(line -> BudgetLineForm.edit(desk, (BudgetLine) line).show());
    }

    private Button button(String key, Runnable act) {
        var button = new Button("+ " + getTranslation(key), click -> act.run());
        adding.add(button);
        return button;
    }

    private LongTable.Row grade(Grade grade) {
        return LongTable.Row.of(grade.id().value(), Cell.of(grade.name()), Cell.of(money(grade.hourlyRate())));
    }

    private LongTable.Row line(BudgetLine line) {
        return LongTable.Row.of(
                line.id().value(),
                Cell.of(line.name()),
                Cell.of(desk.plan().stages().stream()
                        .filter(stage -> stage.id().equals(line.stage()))
                        .map(Stage::title)
                        .findFirst()
                        .orElse("")),
                Cell.of(money(line.amount())));
    }

    private LongTable.Page costs(int offset, int limit) {
        var view = desk.view();
        var figures = view.figures();
        var rows = new ArrayList<LongTable.Row>();
        var rest = figures.cost();
        for (var stage : view.content().stages()) {
            var cost = figures.cost(stage.id()).orElse(Money.ZERO);
            rest = rest.minus(cost);
            rows.add(LongTable.Row.of(stage.id().value(), Cell.of(stage.title()), Cell.of(money(cost))));
        }
        rows.add(LongTable.Row.of(
                WITHOUT_STAGE, Cell.of(getTranslation("draft.costs.withoutStage")), Cell.of(money(rest))));
        rows.add(LongTable.Row.of(
                ALL,
                Cell.of(getTranslation("draft.costs.all")),
                Cell.of(
                        money(figures.cost()),
                        getTranslation("draft.of", money(view.content().header().budget())))));
        return LongTable.Page.of(rows, offset, limit, row -> row);
    }

    private String money(Money amount) {
        return Written.money(amount, desk.plan().header().currency(), getLocale());
    }
}
