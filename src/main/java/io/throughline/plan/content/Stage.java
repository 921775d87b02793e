package io.throughline.plan.content;

import java.util.Map;

/**
 * A part of the project with a result of its own.
 *
 * @param businessImplications what the business can or can't do once it is finished
 */
public record Stage(StageId id, String code, String name, String businessImplications, int order) implements PlanItem {

    @Override
    public String title() {
        return code + " " + name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.STAGE;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.CODE, code)
                .with(PlanField.NAME, name)
                .with(PlanField.BUSINESS_IMPLICATIONS, businessImplications)
                .with(PlanField.ORDER, order)
                .map();
    }
}
