package io.throughline.audit;

import io.throughline.shared.act.ActKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null means any.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        @Nullable ActKind act,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null);
}
