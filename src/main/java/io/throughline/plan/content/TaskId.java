package io.throughline.plan.content;

import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a task of one plan, the same in every baseline. */
public record TaskId(UUID value) implements ActivityId {

    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
