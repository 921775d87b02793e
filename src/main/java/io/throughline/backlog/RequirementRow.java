package io.throughline.backlog;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param rank in the list as shown, from 1; 0 where it is done or declined
 * @param place where it stands in the order: another page may begin behind it
 * @param computedRank where the score alone would put it; null where it stands there
 * @param score null without evidence
 * @param tooFew too few people or organisations stand behind the score to rank it
 * @param evidence null without evidence
 */
public record RequirementRow(
        RequirementId id,
        int rank,
        String place,
        @Nullable Integer computedRank,
        boolean pinned,
        String key,
        LocalizedText title,
        RequirementState state,
        @Nullable BigDecimal score,
        @Nullable BigDecimal scoreLow,
        @Nullable BigDecimal scoreHigh,
        boolean tooFew,
        Backlog.@Nullable Bar evidence,
        Effort effort,
        boolean must) {

    public boolean ranked() {
        return Backlog.ranked(rank, pinned, score, tooFew);
    }
}
