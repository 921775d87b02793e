package io.throughline.backlog;

import java.time.Instant;

/** @param figures as they were when attached */
public record EvidenceEntry(ItemRef source, EvidenceFigures figures, Instant attachedAt) {}
