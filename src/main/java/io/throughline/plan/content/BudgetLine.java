package io.throughline.plan.content;

import io.throughline.shared.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money beside people's work: licences, hardware, travel.
 *
 * @param stage null: of the project as a whole
 * @param amount at least 0: what is refunded is taken off the line it belongs to
 */
public record BudgetLine(
        BudgetLineId id, String name, @Nullable StageId stage, Money amount) implements PlanItem {

    @Override
    public String title() {
        return name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.BUDGET_LINE;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.NAME, name)
                .with(PlanField.STAGE, stage)
                .with(PlanField.AMOUNT, amount)
                .map();
    }
}
