package io.throughline.change;

import io.throughline.plan.BaselineId;
import io.throughline.plan.DraftId;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Submission;
import io.throughline.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change request.
 *
 * @param version passed back with withdrawing
 * @param baseline the one it changes
 * @param draft the changed copy
 * @param submission what was handed in last, null before that
 * @param judgement as computed at submission; live from the copy before that
 * @param stale whether another baseline is in force by now: it can no longer be approved
 */
public record ChangeDetail(
        ChangeId id,
        long version,
        String key,
        String title,
        String reason,
        ChangeState state,
        ProjectId project,
        BaselineId baseline,
        int baselineNumber,
        DraftId draft,
        @Nullable Submission submission,
        ChangeJudgement judgement,
        boolean stale,
        PersonId proposedBy,
        Instant proposedAt) {}
