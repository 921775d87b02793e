package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: One round of asking: a version sent to an audience for a time. */
public record CampaignId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {}

    public static CampaignId next() {
        return new CampaignId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static CampaignId parse(String text) {
        return new CampaignId(Ids.parse(text));
    }
}
