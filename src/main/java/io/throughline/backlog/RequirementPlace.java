package io.throughline.backlog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands in its area.
 *
 * @param rank 0 where it is not ranked any more
 * @param score null without evidence
 * @param tooFew too few people or organisations stand behind the score to rank it
 */
public record RequirementPlace(
        int rank,
        int computedRank,
        boolean pinned,
        @Nullable String pinReason,
        @Nullable BigDecimal score,
        @Nullable BigDecimal scoreLow,
        @Nullable BigDecimal scoreHigh,
        boolean tooFew) {

    /** Has a score to be ranked by, or a place given by hand. */
    public boolean ranked() {
        return Backlog.ranked(rank, pinned, score, tooFew);
    }
}
