package io.throughline.survey;

import java.util.UUID;

/** A customer told us a need outside any survey. */
public record NeedTold(UUID eventId, ExpressionTextId text) {}
