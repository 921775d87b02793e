package io.throughline.backlog;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A requirement as a plan sees it.
 *
 * @param version the number of its wording (1, 2, …), frozen into a baseline
 * @param score as computed by its area's priority method; null where no evidence stands behind it
 * @param cost beside the effort: licences, material
 * @param prerequisites requirements that must be in scope with it
 * @param needs the needs it serves
 * @param must forced into scope, whatever its score
 */
public record PlannableRequirement(
        RequirementId id,
        int version,
        String key,
        LocalizedText title,
        @Nullable BigDecimal score,
        Effort effort,
        Money cost,
        Set<RequirementId> prerequisites,
        Set<NeedId> needs,
        boolean must) {

    public PlannableRequirement {
        prerequisites = Set.copyOf(prerequisites);
        needs = Set.copyOf(needs);
    }
}
