package io.throughline.change;

import io.throughline.plan.content.Impact;
import io.throughline.plan.content.PlanDiff;
import java.util.List;

/**
 * What a change does, as computed facts.
 *
 * @param difference field by field, before and after
 * @param impact on finish, cost and needs
 */
public record ChangeJudgement(List<PlanDiff.FieldChange> difference, Impact impact) {}
