package io.throughline.plan.content;

import io.throughline.shared.LocalizedText;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over and accepted.
 *
 * @param publicName as customers read it
 * @param stage the stage that makes it, unless a milestone says when it is ready
 * @param milestone ready when this is reached
 * @param requirements those it serves
 */
public record Deliverable(
        DeliverableId id,
        String code,
        String name,
        LocalizedText publicName,
        @Nullable StageId stage,
        @Nullable MilestoneId milestone,
        Set<RequirementRef> requirements,
        List<Criterion> criteria)
        implements PlanItem {

    public Deliverable {
        requirements = Collections.unmodifiableSet(new TreeSet<>(requirements));
        criteria = criteria.stream()
                .sorted(Comparator.comparing(
                        (Criterion criterion) -> criterion.id().toString()))
                .toList();
    }

    public Deliverable withRequirements(Set<RequirementRef> others) {
        return new Deliverable(id, code, name, publicName, stage, milestone, others, criteria);
    }

    public Deliverable withCriteria(List<Criterion> others) {
        return new Deliverable(id, code, name, publicName, stage, milestone, requirements, others);
    }

    @Override
    public String title() {
        return code + " " + name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.DELIVERABLE;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.CODE, code)
                .with(PlanField.NAME, name)
                .with(PlanField.PUBLIC_NAME, publicName)
                .with(PlanField.STAGE, stage)
                .with(PlanField.MILESTONE, milestone)
                .with(PlanField.REQUIREMENTS, requirements)
                .with(PlanField.CRITERIA, criteria)
                .map();
    }
}
