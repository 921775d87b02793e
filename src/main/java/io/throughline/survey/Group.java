package io.throughline.survey;

import java.util.UUID;

/**
 * People whose answers are counted together.
 *
 * @param organisation nil where it is not kept
 * @param segment empty for none
 */
public record Group(UUID organisation, String segment) {

    /** Stands for an organisation that is not kept. */
    public static final UUID NOT_KEPT = new UUID(0, 0);

    /** Whose voice it is: people of no known organisation speak together, segment by segment. */
    public UUID voice() {
        return organisation.equals(NOT_KEPT) && !segment.isEmpty()
                ? UUID.nameUUIDFromBytes(segment.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : organisation;
    }
}
