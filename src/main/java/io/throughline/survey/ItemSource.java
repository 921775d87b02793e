package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What items of a question can be drawn from; the room of requirements offers them. Only what the viewer may read. */
public interface ItemSource {

    /**
     * @param key readable, such as REQ-12
     * @param area where it is ranked
     * @param place there, from 1; null where it has none
     */
    record Offered(
            UUID id,
            String key,
            LocalizedText title,
            String area,
            @Nullable Integer place) {}

    /**
     * What is open, area by area, in the order of its rank.
     *
     * @param query words of the title or a key; empty for all
     */
    List<Offered> find(String query, int limit);

    /** Those of these that are there, done or declined ones included. */
    Map<UUID, Offered> named(Collection<UUID> ids);
}
