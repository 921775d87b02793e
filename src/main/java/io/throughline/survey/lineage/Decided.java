package io.throughline.survey.lineage;

import io.throughline.survey.version.Decision;
import java.time.Instant;

/** What was decided about an edit, by whom and when. @param by name */
public record Decided(Decision decision, String by, Instant at) {}
