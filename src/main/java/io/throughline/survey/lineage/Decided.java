package io.throughline.survey.lineage;

import io.throughline.survey.version.Decision;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/** What was decided about an edit, by whom and when. @param by name */
@NamedInterface("lineage")
public record Decided(Decision decision, String by, Instant at) {}
