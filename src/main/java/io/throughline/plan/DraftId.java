package io.throughline.plan;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a working copy of a plan. */
public record DraftId(UUID value) implements Id {

    public static DraftId next() {
        return new DraftId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static DraftId parse(String text) {
        return new DraftId(Ids.parse(text));
    }
}
