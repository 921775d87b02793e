package io.throughline.plan.content;

import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a milestone of one plan, the same in every baseline. */
public record MilestoneId(UUID value) implements ActivityId {

    public static MilestoneId next() {
        return new MilestoneId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
