package io.throughline.plan;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a project. */
public record ProjectId(UUID value) implements Id {

    public static ProjectId next() {
        return new ProjectId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static ProjectId parse(String text) {
        return new ProjectId(Ids.parse(text));
    }
}
