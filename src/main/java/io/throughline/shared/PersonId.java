package io.throughline.shared;

import java.util.UUID;

/** Identity: An account or a person known only by an import. */
public record PersonId(UUID value) implements Id {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static PersonId parse(String text) {
        return new PersonId(Ids.parse(text));
    }
}
