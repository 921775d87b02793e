package io.throughline.backlog;

import io.throughline.shared.LocalizedText;

/** A requirement named elsewhere. */
public record RequirementName(RequirementId id, String key, LocalizedText title) {}
