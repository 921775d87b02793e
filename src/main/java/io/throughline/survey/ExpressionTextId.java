package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: The verbatim words of one expression, the only place they stand. */
public record ExpressionTextId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExpressionTextId {}

    public static ExpressionTextId next() {
        return new ExpressionTextId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static ExpressionTextId parse(String text) {
        return new ExpressionTextId(Ids.parse(text));
    }
}
