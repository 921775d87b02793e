package io.throughline.plan;

import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A working copy as it stands.
 *
 * @param version passed back with every edit
 * @param baseNumber the baseline it started from, 0 for none
 * @param submission the last one, null if it was never submitted
 * @param problems worst first
 * @param contributors everybody who made, edited or took back anything in it, handed it in or spoke for it: none of them
 *     may decide on it
 * @param editable whether the viewer may edit it now
 */
public record DraftDetail(
        DraftId id,
        long version,
        ProjectId project,
        DraftPurpose purpose,
        DraftState state,
        @Nullable BaselineId base,
        int baseNumber,
        @Nullable SubmissionId submission,
        PlanContent content,
        PlanFigures figures,
        List<PlanProblem> problems,
        Set<PersonId> contributors,
        boolean canUndo,
        boolean canRedo,
        boolean editable) {}
