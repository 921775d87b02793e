package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: A section inside its survey; it keeps its id from the draft into every version. */
public record SectionId(@JsonValue UUID value) implements Id {

    /** The one section of a survey that was never divided. */
    public static final SectionId ONLY = new SectionId(new UUID(0, 1));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SectionId {}

    public static SectionId next() {
        return new SectionId(Ids.next());
    }
}
