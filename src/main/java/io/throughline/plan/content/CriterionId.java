package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a quality criterion of a deliverable. */
public record CriterionId(UUID value) implements Id {

    public static CriterionId next() {
        return new CriterionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
