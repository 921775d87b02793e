package io.throughline.plan;

import io.throughline.shared.PersonId;
import java.time.Instant;

/** A question of who decides, or an answer to it. */
public record Post(Kind kind, String text, PersonId by, Instant at) {

    /** Which way it goes. */
    public enum Kind {
        QUESTION,
        ANSWER
    }
}
