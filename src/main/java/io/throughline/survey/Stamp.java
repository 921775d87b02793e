package io.throughline.survey;

import java.util.UUID;

/**
 * Makes a save repeatable: the same stamp again changes nothing, and an older one of the same tab comes too late.
 *
 * @param tab made at random when the page is opened
 * @param sequence grows by one with every save of this tab
 * @param seenRevision the revision of the answer this tab last saw, 0 for none
 */
public record Stamp(UUID tab, long sequence, int seenRevision) {}
