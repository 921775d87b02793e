package io.throughline.plan.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one requirement: in this project or not.
 *
 * @param requirement also the identity of the item: a plan decides on a requirement once
 * @param code the requirement's readable key as it was then ("REQ-12")
 * @param name its title as it was then
 * @param requirementVersion the version of its wording the decision is about
 * @param choice what the computed choice said when it was taken over, null where a person decided alone
 * @param reason why it is in, or why not, in a person's words
 */
public record ScopeItem(
        RequirementRef requirement,
        int requirementVersion,
        String code,
        String name,
        Obligation obligation,
        boolean inScope,
        ScopeChoice.@Nullable Why choice,
        @Nullable String reason)
        implements PlanItem {

    @Override
    @JsonIgnore
    public RequirementRef id() {
        return requirement;
    }

    public ScopeItem decided(boolean in, @Nullable String why) {
        return new ScopeItem(requirement, requirementVersion, code, name, obligation, in, null, why);
    }

    @Override
    public String title() {
        return code + " " + name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.SCOPE_ITEM;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.REQUIREMENT_VERSION, requirementVersion)
                .with(PlanField.CODE, code)
                .with(PlanField.NAME, name)
                .with(PlanField.OBLIGATION, obligation)
                .with(PlanField.IN_SCOPE, inScope)
                .with(PlanField.CHOICE, choice)
                .with(PlanField.DECISION_REASON, reason)
                .map();
    }
}
