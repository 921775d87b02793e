package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a grade whose hours have one rate. */
public record GradeId(UUID value) implements Id {

    public static GradeId next() {
        return new GradeId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
