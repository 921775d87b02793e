package io.throughline.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some lines, newest first.
 *
 * @param next where the following page starts, null if there is none
 */
public record AuditPage(List<AuditLine> lines, @Nullable Cursor next) {

    public AuditPage {
        lines = List.copyOf(lines);
    }

    /** The entry a page starts behind. */
    public record Cursor(Instant at, UUID id) {}
}
