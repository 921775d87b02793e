package io.throughline.plan;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: an approved plan. */
public record BaselineId(UUID value) implements Id {

    public static BaselineId next() {
        return new BaselineId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static BaselineId parse(String text) {
        return new BaselineId(Ids.parse(text));
    }
}
