package io.throughline.backlog;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: one customer's verbatim words, on their way to a need. */
public record ExpressionId(UUID value) implements Id {

    public static ExpressionId next() {
        return new ExpressionId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static ExpressionId parse(String text) {
        return new ExpressionId(Ids.parse(text));
    }
}
