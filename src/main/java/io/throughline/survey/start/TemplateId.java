package io.throughline.survey.start;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.Id;
import java.util.UUID;

/** Identity: A template somebody made. */
public record TemplateId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TemplateId {}
}
