package io.throughline.backlog.ui;

import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementRow;
import io.throughline.backlog.RequirementState;
import java.util.Locale;
import java.util.Objects;

/**
 * A row as its reader sees it: what a session keeps of the page on screen, so it is small, in one language, and its
 * figures are only as exact as they are shown.
 *
 * @param rank 0 where it is done or declined
 * @param ranked whether it has a score to be ranked by or a place given by hand
 * @param score not a number without evidence
 * @param tooFew its score rests on too few people to rank it
 * @param people who answered; 0 without evidence, and then the share and its interval mean nothing
 * @param days estimated effort in days of eight hours; 0 where not estimated
 */
record RankedRow(
        RequirementId id,
        int rank,
        boolean ranked,
        int computedRank,
        boolean pinned,
        String key,
        String title,
        RequirementState state,
        double score,
        boolean tooFew,
        float share,
        float low,
        float high,
        int people,
        float days) {

    String rankText() {
        return ranked ? Integer.toString(rank) : "–";
    }

    static RankedRow of(RequirementRow row, Locale locale) {
        var bar = row.evidence();
        var score = row.score();
        return new RankedRow(
                row.id(),
                row.rank(),
                row.ranked(),
                Objects.requireNonNullElse(row.computedRank(), row.rank()),
                row.pinned(),
                row.key(),
                row.title().in(locale),
                row.state(),
                score == null ? Double.NaN : score.doubleValue(),
                row.tooFew(),
                bar == null ? 0 : bar.value().floatValue(),
                bar == null ? 0 : bar.low().floatValue(),
                bar == null ? 0 : bar.high().floatValue(),
                bar == null ? 0 : bar.people(),
                row.effort().days().floatValue());
    }
}
