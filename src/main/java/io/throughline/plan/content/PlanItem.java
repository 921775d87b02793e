package io.throughline.plan.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.throughline.shared.Id;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a plan with an identity that stays the same in every draft and baseline. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkCalendar.class, name = "calendar"),
    @JsonSubTypes.Type(value = Grade.class, name = "grade"),
    @JsonSubTypes.Type(value = ScopeItem.class, name = "scopeItem"),
    @JsonSubTypes.Type(value = Stage.class, name = "stage"),
    @JsonSubTypes.Type(value = Task.class, name = "task"),
    @JsonSubTypes.Type(value = Milestone.class, name = "milestone"),
    @JsonSubTypes.Type(value = Deliverable.class, name = "deliverable"),
    @JsonSubTypes.Type(value = BudgetLine.class, name = "budgetLine")
})
public sealed interface PlanItem
        permits WorkCalendar, Grade, ScopeItem, Stage, Task, Milestone, Deliverable, BudgetLine {

    Id id();

    /** How a person recognises it: its code and name. */
    @JsonIgnore
    String title();

    @JsonIgnore
    PlanItemKind itemKind();

    /** Every component but the id, by name, those that are null left out: what a difference compares. */
    @JsonIgnore
    Map<PlanField, Object> fields();

    /** Its place among items of its kind; equal places stand in the order of their ids. */
    default int order() {
        return 0;
    }

    static <T extends PlanItem> List<T> ordered(List<T> items) {
        return items.stream()
                .sorted(Comparator.comparingInt((T item) -> item.order())
                        .thenComparing(item -> item.id().value().toString()))
                .toList();
    }

    /** Collects fields, leaving out what is null. */
    final class Fields {

        private final Map<PlanField, Object> values = new EnumMap<>(PlanField.class);

        Fields with(PlanField field, @Nullable Object value) {
            if (value != null) {
                values.put(field, value);
            }
            return this;
        }

        Map<PlanField, Object> map() {
            return values;
        }
    }
}
