package io.throughline.backlog;

import io.throughline.shared.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer: words, or an item named in a question.
 *
 * @param survey its title, null for a need told outside any
 * @param said own words as given, or the item's text
 * @param need the wording it was joined under, null where it was not
 * @param reason why it was declined, null where it was not
 */
public record Outcome(
        @Nullable LocalizedText survey,
        LocalizedText said,
        boolean ownWords,
        Instant at,
        AnswerStatus status,
        @Nullable LocalizedText need,
        @Nullable String reason,
        List<PublishedRequirement> requirements) {}
