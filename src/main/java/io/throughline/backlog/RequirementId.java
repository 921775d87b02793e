package io.throughline.backlog;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: what is to be true when the need is met. */
public record RequirementId(UUID value) implements Id {

    public static RequirementId next() {
        return new RequirementId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static RequirementId parse(String text) {
        return new RequirementId(Ids.parse(text));
    }
}
