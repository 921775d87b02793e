package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.Stage;
import io.throughline.shared.Money;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stages with what the business gains by each, when, and, for those who may see it, at what cost. */
class StagesPart extends Composite<Div> {

    private record Line(
            String title, String gain, String start, String finish, String work, String bought, String cost) {}

    private record Bought(String name, String amount) {}

    StagesPart(PlanFigures plan, boolean money) {
        var lines = new ArrayList<Line>();
        plan.plan().stages().forEach(stage -> lines.add(line(plan, stage)));
        if (money) {
            var other = bought(plan, null);
            if (!other.equals(Money.ZERO)) {
                lines.add(new Line(
                        getTranslation("project.stage.none"), "", "", "", "", text(plan, other), text(plan, other)));
            }
            lines.add(total(plan));
        }
        var table = new DataTable<Line>(getTranslation("project.stages.caption"))
                .components(getTranslation("project.stage"), StagesPart::title)
                .column(getTranslation("projects.start"), Line::start)
                .column(getTranslation("projects.finish"), Line::finish);
        if (money) {
            table.numbers(getTranslation("project.work"), Line::work)
                    .numbers(getTranslation("project.bought"), Line::bought)
                    .numbers(getTranslation("projects.cost"), Line::cost);
        }
        getContent().add(table.rows(lines));
        if (money) {
            getContent().add(budgetLines(plan));
        }
    }

    private Line line(PlanFigures plan, Stage stage) {
        var span = plan.span(stage.id()).orElse(null);
        var cost = plan.cost(stage.id()).orElse(Money.ZERO);
        var bought = bought(plan, stage);
        return new Line(
                stage.title(),
                stage.businessImplications(),
                span == null ? Written.NONE : Written.date(span.start(), getLocale()),
                span == null ? Written.NONE : Written.date(span.finish(), getLocale()),
                text(plan, cost.minus(bought)),
                text(plan, bought),
                text(plan, cost));
    }

    private Line total(PlanFigures plan) {
        var bought =
                plan.plan().budgetLines().stream().map(line -> line.amount()).reduce(Money.ZERO, Money::plus);
        return new Line(
                getTranslation("project.total"),
                "",
                Written.date(plan.schedule().start().toLocalDate(), getLocale()),
                Written.date(plan.finish(), getLocale()),
                text(plan, plan.cost().minus(bought)),
                text(plan, bought),
                text(plan, plan.cost()));
    }

    private Component budgetLines(PlanFigures plan) {
        var lines = plan.plan().budgetLines();
        if (lines.isEmpty()) {
            return new Span();
        }
        return new DataTable<Bought>(getTranslation("project.bought.caption"))
                .column(getTranslation("project.bought.item"), Bought::name)
                .numbers(getTranslation("projects.cost"), Bought::amount)
                .rows(lines.stream()
                        .map(line -> new Bought(line.name(), text(plan, line.amount())))
                        .toList());
    }

    private static Money bought(PlanFigures plan, @Nullable Stage stage) {
        return plan.plan().budgetLines().stream()
                .filter(line -> Objects.equals(line.stage(), stage == null ? null : stage.id()))
                .map(line -> line.amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private String text(PlanFigures plan, Money money) {
        return Written.money(money, plan.plan().header().currency(), getLocale());
    }

    private static Component title(Line line) {
        var title = new Div(new Span(line.title()));
        title.addClassName("plan-stage");
        if (!line.gain().isBlank()) {
            title.add(Kit.dim(line.gain()));
        }
        return title;
    }
}
