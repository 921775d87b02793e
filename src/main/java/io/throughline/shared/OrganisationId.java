package io.throughline.shared;

import java.util.UUID;

/** Identity: A customer company or an internal department. */
public record OrganisationId(UUID value) implements Id {

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static OrganisationId parse(String text) {
        return new OrganisationId(Ids.parse(text));
    }
}
