package io.throughline.plan.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point in time that depends on work.
 *
 * @param stage the stage it closes, null if it belongs to the project as a whole
 * @param mustFinishBy a deadline: missing it shows as negative float, it moves nothing
 */
public record Milestone(
        MilestoneId id,
        String code,
        String name,
        @Nullable StageId stage,
        List<Link> links,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate mustFinishBy)
        implements PlanItem {

    public Milestone {
        links = Link.ordered(links);
    }

    public Milestone withLinks(List<Link> others) {
        return new Milestone(id, code, name, stage, others, notBefore, mustFinishBy);
    }

    @Override
    public String title() {
        return code + " " + name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.MILESTONE;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.CODE, code)
                .with(PlanField.NAME, name)
                .with(PlanField.STAGE, stage)
                .with(PlanField.LINKS, links)
                .with(PlanField.NOT_BEFORE, notBefore)
                .with(PlanField.MUST_FINISH_BY, mustFinishBy)
                .map();
    }
}
