package io.throughline.plan.content;

import io.throughline.shared.Money;
import java.util.Map;

/**
 * A grade of people and what an hour of it costs; a rate never belongs to a person.
 *
 * @param hourlyRate per person-hour, ≥ 0
 */
public record Grade(GradeId id, String name, Money hourlyRate) implements PlanItem {

    @Override
    public String title() {
        return name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.GRADE;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.NAME, name)
                .with(PlanField.HOURLY_RATE, hourlyRate)
                .map();
    }
}
