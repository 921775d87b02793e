package io.throughline.survey.lineage;

import io.throughline.survey.version.Decision;
import org.springframework.modulith.NamedInterface;

/** What somebody decides about an edit as it was seen. @param edit its key */
@NamedInterface("lineage")
public record Wish(String edit, String fingerprint, Decision decision) {}
