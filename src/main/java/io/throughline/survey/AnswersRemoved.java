package io.throughline.survey;

import java.util.List;
import java.util.UUID;

/**
 * What people said in these responses was removed, their time being over; whose they were is forgotten.
 *
 * @param responses those in which something was said in own words, at most 50
 */
public record AnswersRemoved(UUID eventId, List<ResponseId> responses) {

    public AnswersRemoved {
        responses = List.copyOf(responses);
    }
}
