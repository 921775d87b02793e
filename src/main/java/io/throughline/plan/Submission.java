package io.throughline.plan;

import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or a changed plan, exactly as it was handed in.
 *
 * @param baseNumber the baseline it starts from, 0 for none
 * @param hindrances what the backlog says against approving it as it stands; empty where nobody can any more
 * @param hash SHA-256 of the content: who decides signs this
 * @param engine the version of the computations behind finish and cost
 * @param authors everybody who wrote, assembled or submitted it, or answered for it: none of them may decide
 * @param thread questions and answers, oldest first
 * @param mayDecide whether the viewer may decide now
 * @param mayAnswer whether the viewer may answer the open question
 */
public record Submission(
        SubmissionId id,
        ProjectId project,
        DraftId draft,
        DraftPurpose purpose,
        SubmissionState state,
        int baseNumber,
        @Nullable BaselineId base,
        PlanContent content,
        PlanFigures figures,
        List<PlanProblem> hindrances,
        String hash,
        String engine,
        LocalDate finish,
        Money cost,
        PersonId submittedBy,
        Instant submittedAt,
        Set<PersonId> authors,
        List<Post> thread,
        @Nullable Decided decision,
        boolean mayDecide,
        boolean mayAnswer) {}
