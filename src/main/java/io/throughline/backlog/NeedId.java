package io.throughline.backlog;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: what customers need, in one canonical wording. */
public record NeedId(UUID value) implements Id {

    public static NeedId next() {
        return new NeedId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static NeedId parse(String text) {
        return new NeedId(Ids.parse(text));
    }
}
