package io.throughline.backlog;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a field of work whose requirements are ranked together. */
public record AreaId(UUID value) implements Id {

    public static AreaId next() {
        return new AreaId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static AreaId parse(String text) {
        return new AreaId(Ids.parse(text));
    }
}
