package io.throughline.change;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a request to change a baseline. */
public record ChangeId(UUID value) implements Id {

    public static ChangeId next() {
        return new ChangeId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static ChangeId parse(String text) {
        return new ChangeId(Ids.parse(text));
    }
}
