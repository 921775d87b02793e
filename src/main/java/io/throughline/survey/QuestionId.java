package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: A question; it keeps its id from the draft into every version. */
public record QuestionId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public QuestionId {}

    public static QuestionId next() {
        return new QuestionId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static QuestionId parse(String text) {
        return new QuestionId(Ids.parse(text));
    }
}
