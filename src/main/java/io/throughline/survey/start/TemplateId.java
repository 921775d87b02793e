package io.throughline.survey.start;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: A template somebody made. */
public record TemplateId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TemplateId {}

    /** @throws DomainException NOT_FOUND if the text is no id */
    public static TemplateId parse(String text) {
        return new TemplateId(Ids.parse(text));
    }
}
