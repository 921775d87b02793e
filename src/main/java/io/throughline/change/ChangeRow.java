package io.throughline.change;

import io.throughline.plan.ProjectId;
import io.throughline.shared.PersonId;
import java.time.Instant;

/** A change request in a list. */
public record ChangeRow(
        ChangeId id,
        String key,
        String title,
        ChangeState state,
        ProjectId project,
        String projectKey,
        String projectName,
        PersonId proposedBy,
        Instant proposedAt) {}
