package io.throughline.survey;

import java.time.Instant;

/** @param already it had been submitted just so before: nothing was done again */
public record Receipt(ResponseId response, int revision, Instant submittedAt, boolean already) {}
