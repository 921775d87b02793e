package io.throughline.plan.content;

import io.throughline.shared.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan while operations are applied to it: made a value again once, at the end, however many they are. */
final class PlanInWork {

    private final Map<Id, PlanItem> items = new LinkedHashMap<>();
    private PlanHeader header;

    PlanInWork(PlanContent plan) {
        header = plan.header();
        plan.items().forEach(item -> items.put(item.id(), item));
    }

    /** @throws ConflictingOperationException if the plan is not what the operation expects */
    void apply(PlanOperation operation) {
        switch (operation) {
            case PlanOperation.Add(var item) -> expect(item.id(), null).put(item);
            case PlanOperation.Remove(var item) -> expect(item.id(), item).items.remove(item.id());
            case PlanOperation.Change(var before, var after) ->
                expect(before.id(), before).put(after);
            case PlanOperation.Revise(var before, var after) -> revise(before, after);
        }
    }

    PlanInWork put(PlanItem item) {
        items.put(item.id(), item);
        return this;
    }

    PlanContent content() {
        return new PlanContent(
                header,
                of(WorkCalendar.class),
                of(Grade.class),
                of(ScopeItem.class),
                of(Stage.class),
                of(Task.class),
                of(Milestone.class),
                of(Deliverable.class),
                of(BudgetLine.class));
    }

    private PlanInWork expect(Id id, @Nullable PlanItem expected) {
        var found = items.get(id);
        if (!Objects.equals(expected, found)) {
            throw new ConflictingOperationException(
                    found != null ? found.title() : expected != null ? expected.title() : id.toString());
        }
        return this;
    }

    private void revise(PlanHeader before, PlanHeader after) {
        if (!header.equals(before)) {
            throw new ConflictingOperationException(header.name());
        }
        header = after;
    }

    private <T extends PlanItem> List<T> of(Class<T> kind) {
        return items.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
