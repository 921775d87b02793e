package io.throughline.backlog.ui;

import io.throughline.backlog.Backlog;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementState;
import io.throughline.shared.Effort;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row as its reader sees it: what a session keeps of the page on screen, so it is small.
 *
 * @param rank 0 where it is done or declined
 * @param people who answered; 0 without evidence, and then the share and its interval mean nothing
 */
record RankedRow(
        RequirementId id,
        int rank,
        int computedRank,
        boolean pinned,
        String key,
        String title,
        RequirementState state,
        @Nullable BigDecimal score,
        float share,
        float low,
        float high,
        int people,
        Effort effort) {

    /** What has neither a score nor a place given by hand stands last, unranked. */
    String rankText() {
        return rank == 0 || (score == null && !pinned) ? "–" : Integer.toString(rank);
    }

    static RankedRow of(Backlog.Row row, Locale locale) {
        var bar = row.evidence();
        return new RankedRow(
                row.id(),
                row.rank(),
                Objects.requireNonNullElse(row.computedRank(), row.rank()),
                row.pinned(),
                row.key(),
                row.title().in(locale),
                row.state(),
                row.score(),
                bar == null ? 0 : bar.value().floatValue(),
                bar == null ? 0 : bar.low().floatValue(),
                bar == null ? 0 : bar.high().floatValue(),
                bar == null ? 0 : bar.people(),
                row.effort());
    }
}
