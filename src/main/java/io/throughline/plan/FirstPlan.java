package io.throughline.plan;

import org.jspecify.annotations.Nullable;

/**
 * The plan of a project's first baseline, in work.
 *
 * @param begun whether anything was put into it
 * @param draft null for those who may not see what things cost
 */
public record FirstPlan(
        DraftState state, boolean begun, @Nullable DraftId draft) {}
