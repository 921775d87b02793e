package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a stage of one plan, the same in every baseline. */
public record StageId(UUID value) implements Id {

    public static StageId next() {
        return new StageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
