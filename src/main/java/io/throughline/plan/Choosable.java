package io.throughline.plan;

import io.throughline.backlog.PlannableRequirement;
import io.throughline.shared.Money;
import java.util.List;

/**
 * What a plan can choose from.
 *
 * @param requirements what no other project holds, and what is in scope already, in rank order
 * @param hourlyRate what an hour of a requirement's effort is counted with: the mean of the plan's grades
 */
public record Choosable(List<PlannableRequirement> requirements, Money hourlyRate) {

    /** What a requirement is expected to cost: its own cost, and its effort at the mean rate. */
    public Money cost(PlannableRequirement requirement) {
        return requirement.cost().plus(hourlyRate.times(requirement.effort().hours()));
    }
}
