package io.throughline.delivery;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: one handing over of a deliverable. */
public record HandoverId(UUID value) implements Id {

    public static HandoverId next() {
        return new HandoverId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static HandoverId parse(String text) {
        return new HandoverId(Ids.parse(text));
    }
}
