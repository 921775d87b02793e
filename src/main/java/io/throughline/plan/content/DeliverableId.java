package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a deliverable of one plan, the same in every baseline. */
public record DeliverableId(UUID value) implements Id {

    public static DeliverableId next() {
        return new DeliverableId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
