package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.Stage;
import io.throughline.shared.Money;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.LongTable.Row;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stages with what the business gains by each, when, and, for those who may see it, at what cost. */
class StagesPart extends Composite<Div> {

    StagesPart(PlanFigures plan, boolean money) {
        var columns = new ArrayList<>(List.of(
                Column.text(getTranslation("project.stage")),
                Column.text(getTranslation("projects.start")),
                Column.text(getTranslation("projects.finish"))));
        var rows = new ArrayList<Row>();
        plan.plan().stages().forEach(stage -> rows.add(row(plan, stage, money)));
        if (money) {
            columns.add(Column.number(getTranslation("project.work")));
            columns.add(Column.number(getTranslation("project.bought")));
            columns.add(Column.number(getTranslation("projects.cost")));
            var other = bought(plan, null);
            if (!other.equals(Money.ZERO)) {
                rows.add(new Row(
                        "none",
                        List.of(
                                Cell.of(getTranslation("project.stage.none")),
                                Cell.of(""),
                                Cell.of(""),
                                Cell.of(""),
                                money(plan, other),
                                money(plan, other)),
                        List.of()));
            }
            rows.add(total(plan));
        }
        getContent().addClassName("tl-stack");
        getContent().add(LongTable.of(getTranslation("project.stages.caption"), columns, rows));
        if (money && !plan.plan().budgetLines().isEmpty()) {
            getContent().add(budgetLines(plan));
        }
    }

    private Row row(PlanFigures plan, Stage stage, boolean money) {
        var span = plan.span(stage.id()).orElse(null);
        var cells = new ArrayList<>(List.of(
                Cell.of(stage.title(), stage.businessImplications()),
                Cell.of(span == null ? Written.NONE : Written.date(span.start(), getLocale())),
                Cell.of(span == null ? Written.NONE : Written.date(span.finish(), getLocale()))));
        if (money) {
            var cost = plan.cost(stage.id()).orElse(Money.ZERO);
            var bought = bought(plan, stage);
            cells.add(money(plan, cost.minus(bought)));
            cells.add(money(plan, bought));
            cells.add(money(plan, cost));
        }
        return new Row(stage.id().value().toString(), cells, List.of());
    }

    private Row total(PlanFigures plan) {
        var bought = plan.plan().budgetLines().stream().map(BudgetLine::amount).reduce(Money.ZERO, Money::plus);
        return new Row(
                "total",
                List.of(
                        Cell.of(getTranslation("project.total")),
                        Cell.of(Written.date(plan.schedule().start().toLocalDate(), getLocale())),
                        Cell.of(Written.date(plan.finish(), getLocale())),
                        money(plan, plan.cost().minus(bought)),
                        money(plan, bought),
                        money(plan, plan.cost())),
                List.of());
    }

    private LongTable budgetLines(PlanFigures plan) {
        return LongTable.of(
                getTranslation("project.bought.caption"),
                List.of(
                        Column.text(getTranslation("project.bought.item")),
                        Column.number(getTranslation("projects.cost"))),
                plan.plan().budgetLines().stream()
                        .map(line -> Row.of(line.id().value(), Cell.of(line.name()), money(plan, line.amount())))
                        .toList());
    }

    private static Money bought(PlanFigures plan, @Nullable Stage stage) {
        return plan.plan().budgetLines().stream()
                .filter(line -> Objects.equals(line.stage(), stage == null ? null : stage.id()))
                .map(BudgetLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private Cell money(PlanFigures plan, Money money) {
        return Cell.of(Written.money(money, plan.plan().header().currency(), getLocale()));
    }
}
