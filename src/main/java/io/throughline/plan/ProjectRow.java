package io.throughline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project in a list.
 *
 * @param baselineNumber 0 while nothing is approved
 * @param finish of the baseline in force
 * @param manages whether the viewer edits it
 * @param firstPlan where the plan of its first baseline stands; null once that is approved
 */
public record ProjectRow(
        ProjectId id,
        String key,
        String name,
        int baselineNumber,
        @Nullable LocalDate finish,
        boolean manages,
        @Nullable FirstPlan firstPlan) {}
