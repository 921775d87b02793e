package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: A file given as an answer. Nothing about the file or who gave it can be read from it. */
public record FileId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FileId {}

    public static FileId next() {
        return new FileId(UUID.randomUUID());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static FileId parse(String text) {
        return new FileId(Ids.parse(text));
    }
}
