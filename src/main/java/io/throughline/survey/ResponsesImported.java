package io.throughline.survey;

import java.util.List;
import java.util.UUID;

/**
 * Responses were brought in, each for the first time.
 *
 * @param responses those in which somebody spoke in own words, at most {@link #MOST}
 */
public record ResponsesImported(UUID eventId, CampaignId campaign, List<ResponseId> responses) {

    /** So many fit into one stored event. */
    public static final int MOST = 50;

    public ResponsesImported {
        responses = List.copyOf(responses);
    }
}
