package io.throughline.plan.content;

import io.throughline.shared.Id;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The typed difference of two plans. */
public final class PlanDiff {

    private PlanDiff() {}

    /**
     * One field of one item, before and after. An item that is new has no value before, one that is gone none after.
     *
     * @param item null: the plan as a whole
     * @param kind null: the plan as a whole
     * @param title the item's, as it is after, else as it was
     * @param before typed as in {@link PlanItem#fields()}
     */
    public record FieldChange(
            @Nullable Id item,
            @Nullable PlanItemKind kind,
            String title,
            Presence presence,
            PlanField field,
            @Nullable Object before,
            @Nullable Object after) {}

    /** Whether the item stays, comes or goes. */
    public enum Presence {
        KEPT,
        ADDED,
        REMOVED
    }

    /** Operations that make the second plan of the first. */
    public static List<PlanOperation> operations(PlanContent before, PlanContent after) {
        var operations = new ArrayList<PlanOperation>();
        if (!before.header().equals(after.header())) {
            operations.add(new PlanOperation.Revise(before.header(), after.header()));
        }
        var old = byId(before);
        var young = byId(after);
        old.forEach((id, item) -> {
            var other = young.get(id);
            if (other == null) {
                operations.add(new PlanOperation.Remove(item));
            } else if (!other.equals(item)) {
                operations.add(new PlanOperation.Change(item, other));
            }
        });
        young.forEach((id, item) -> {
            if (!old.containsKey(id)) {
                operations.add(new PlanOperation.Add(item));
            }
        });
        return List.copyOf(operations);
    }

    /** Every field set by a person that differs, then what follows: start, finish and cost of items. */
    public static List<FieldChange> between(PlanFigures before, PlanFigures after) {
        var changes = new ArrayList<FieldChange>();
        compare(
                changes,
                null,
                null,
                after.plan().header().name(),
                Presence.KEPT,
                withComputed(before.plan().header().fields(), before),
                withComputed(after.plan().header().fields(), after));
        var old = byId(before.plan());
        var young = byId(after.plan());
        old.forEach((id, item) -> {
            var other = young.get(id);
            compare(
                    changes,
                    id,
                    item.itemKind(),
                    other == null ? item.title() : other.title(),
                    other == null ? Presence.REMOVED : Presence.KEPT,
                    withComputed(item, before),
                    other == null ? Map.of() : withComputed(other, after));
        });
        young.forEach((id, item) -> {
            if (!old.containsKey(id)) {
                compare(
                        changes,
                        id,
                        item.itemKind(),
                        item.title(),
                        Presence.ADDED,
                        Map.of(),
                        withComputed(item, after));
            }
        });
        return List.copyOf(changes);
    }

    private static void compare(
            List<FieldChange> changes,
            @Nullable Id id,
            @Nullable PlanItemKind kind,
            String title,
            Presence presence,
            Map<PlanField, Object> before,
            Map<PlanField, Object> after) {
        Set<PlanField> fields = EnumSet.noneOf(PlanField.class);
        fields.addAll(before.keySet());
        fields.addAll(after.keySet());
        for (var field : fields) {
            var was = before.get(field);
            var is = after.get(field);
            if (was == null ? is != null : !was.equals(is)) {
                changes.add(new FieldChange(id, kind, title, presence, field, was, is));
            }
        }
    }

    private static Map<PlanField, Object> withComputed(Map<PlanField, Object> fields, PlanFigures figures) {
        fields.put(PlanField.FINISH, figures.finish());
        fields.put(PlanField.COST, figures.cost());
        return fields;
    }

    private static Map<PlanField, Object> withComputed(PlanItem item, PlanFigures figures) {
        var fields = item.fields();
        figures.span(item.id()).ifPresent(span -> {
            fields.put(PlanField.START, span.start());
            fields.put(PlanField.FINISH, span.finish());
        });
        if (!(item instanceof BudgetLine)) {
            figures.cost(item.id()).ifPresent(cost -> fields.put(PlanField.COST, cost));
        }
        return fields;
    }

    private static Map<Id, PlanItem> byId(PlanContent plan) {
        var map = new LinkedHashMap<Id, PlanItem>();
        plan.items().forEach(item -> map.put(item.id(), item));
        return map;
    }
}
