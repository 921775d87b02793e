package io.throughline.survey;

import io.throughline.shared.PersonId;
import java.time.Instant;

/** Who gave an answer, and when. */
public record AnsweredBy(
        ResponseId response, PersonId person, String name, String organisation, String segment, Instant submittedAt) {}
