package io.throughline.audit;

import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as its reader may see it.
 *
 * @param actor the name of who did it, null where the system did, or where it is not told ({@link ActKind#namesActor})
 * @param onBehalfOf the name of whom they stood in for
 */
public record AuditLine(
        UUID id,
        ActKind act,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        List<AuditObject> objects,
        Instant at) {

    public AuditLine {
        objects = List.copyOf(objects);
    }

    /** An object of the act; title and link are null where the reader may see that it was theirs to do, but no more. */
    public record AuditObject(
            ObjectRef ref, @Nullable String title, @Nullable String href) {}
}
