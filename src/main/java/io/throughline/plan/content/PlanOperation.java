package io.throughline.plan.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of editing a plan. It holds what was there before, so that it can be undone, and so that it is refused where
 * the plan is no longer what its author saw.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanOperation.Add.class, name = "add"),
    @JsonSubTypes.Type(value = PlanOperation.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = PlanOperation.Change.class, name = "change"),
    @JsonSubTypes.Type(value = PlanOperation.Revise.class, name = "revise")
})
public sealed interface PlanOperation {

    /** @throws ConflictingOperationException if the plan is not what the operation expects */
    default PlanContent apply(PlanContent plan) {
        return applyAll(plan, List.of(this));
    }

    /** The operation that takes this one back. */
    PlanOperation inverse();

    /** @throws ConflictingOperationException if any of them meets another plan than it expects */
    static PlanContent applyAll(PlanContent plan, List<PlanOperation> operations) {
        var inWork = new PlanInWork(plan);
        operations.forEach(inWork::apply);
        return inWork.content();
    }

    /** The operations that take these back, last first. */
    static List<PlanOperation> inverse(List<PlanOperation> operations) {
        var back = new ArrayList<PlanOperation>();
        for (var operation : operations.reversed()) {
            back.add(operation.inverse());
        }
        return List.copyOf(back);
    }

    /** A new item comes in. */
    record Add(PlanItem item) implements PlanOperation {

        @Override
        public PlanOperation inverse() {
            return new Remove(item);
        }
    }

    /** An item goes. */
    record Remove(PlanItem item) implements PlanOperation {

        @Override
        public PlanOperation inverse() {
            return new Add(item);
        }
    }

    /** An item gets other values, keeping its identity. */
    record Change(PlanItem before, PlanItem after) implements PlanOperation {

        public Change {
            if (!before.id().equals(after.id())) {
                throw new IllegalArgumentException("a change keeps the item's identity");
            }
        }

        @Override
        public PlanOperation inverse() {
            return new Change(after, before);
        }
    }

    /** What holds for the plan as a whole gets other values. */
    record Revise(PlanHeader before, PlanHeader after) implements PlanOperation {

        @Override
        public PlanOperation inverse() {
            return new Revise(after, before);
        }
    }
}
