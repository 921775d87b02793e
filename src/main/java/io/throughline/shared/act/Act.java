package io.throughline.shared.act;

import io.throughline.shared.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters was done by the current viewer (or by the system where nobody is signed in). Publish it inside
 * the transaction that does it: the audit trail writes its entry in the same one.
 *
 * @param onBehalfOf the person the actor stood in for, if any
 * @param contentHash SHA-256 of what was done or signed, never the content itself
 */
public record Act(
        ActKind kind,
        List<ObjectRef> objects,
        @Nullable PersonId onBehalfOf,
        @Nullable String contentHash) {

    public Act {
        objects = List.copyOf(objects);
    }

    public static Act of(ActKind kind, ObjectRef... objects) {
        return new Act(kind, List.of(objects), null, null);
    }

    public Act withHash(String hash) {
        return new Act(kind, objects, onBehalfOf, hash);
    }

    public Act onBehalfOf(PersonId person) {
        return new Act(kind, objects, person, contentHash);
    }
}
