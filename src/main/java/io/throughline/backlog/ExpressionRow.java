package io.throughline.backlog;

import io.throughline.survey.question.OwnWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one customer said.
 *
 * @param version travels with every command on it
 * @param said verbatim, in the language it was said in: the words, whom it concerns, how often and how badly
 * @param person the name, empty where the reader is not to know it; organisation its name, empty where there is none
 * @param toldAt null where the reader is not to know who said it
 */
public record ExpressionRow(
        ExpressionId id,
        long version,
        ExpressionState state,
        OwnWords.Answer said,
        String person,
        String organisation,
        @Nullable Instant toldAt,
        @Nullable NeedId need,
        @Nullable String declineReason) {

    public String words() {
        return said.words();
    }
}
