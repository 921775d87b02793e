package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a budget line of one plan, the same in every baseline. */
public record BudgetLineId(UUID value) implements Id {

    public static BudgetLineId next() {
        return new BudgetLineId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
