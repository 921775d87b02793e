package io.throughline.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof of a durable save.
 *
 * @param revision of the answer now
 * @param replacedOther what stood there had been saved by another tab and never seen by this one
 * @param savedElsewhere when another tab last saved any answer of this response; later than the time this tab loaded
 *     its answers means: load again
 */
public record Saved(
        int revision,
        Instant at,
        boolean replacedOther,
        @Nullable Instant savedElsewhere) {}
