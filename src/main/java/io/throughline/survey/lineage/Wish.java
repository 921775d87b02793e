package io.throughline.survey.lineage;

import io.throughline.survey.version.Decision;

/** What somebody decides about an edit as it was seen. @param edit its key */
public record Wish(String edit, String fingerprint, Decision decision) {}
