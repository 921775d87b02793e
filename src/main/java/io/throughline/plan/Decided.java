package io.throughline.plan;

import io.throughline.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A manager's decision.
 *
 * @param reason always given with a rejection
 */
public record Decided(boolean approved, @Nullable String reason, PersonId by, Instant at) {}
