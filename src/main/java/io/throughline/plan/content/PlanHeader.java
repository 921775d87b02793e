package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * What holds for the plan as a whole.
 *
 * @param publicName as customers read it
 * @param currency ISO 4217 code; one currency per project
 * @param budget the limit its cost is compared with
 * @param capacity the person-hours there are for it
 * @param start no activity starts before this day
 * @param calendar of the project: lags and milestones run on it, and tasks without one of their own
 */
public record PlanHeader(
        String name,
        LocalizedText publicName,
        String currency,
        Money budget,
        Effort capacity,
        LocalDate start,
        CalendarId calendar) {

    public Map<PlanField, Object> fields() {
        return new PlanItem.Fields()
                .with(PlanField.NAME, name)
                .with(PlanField.PUBLIC_NAME, publicName)
                .with(PlanField.CURRENCY, currency)
                .with(PlanField.BUDGET, budget)
                .with(PlanField.CAPACITY, capacity)
                .with(PlanField.PROJECT_START, start)
                .with(PlanField.CALENDAR, calendar)
                .map();
    }

    public PlanHeader withBudget(Money other) {
        return new PlanHeader(name, publicName, currency, other, capacity, start, calendar);
    }
}
