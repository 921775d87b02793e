package io.throughline.plan.content;

/** The kinds of item a plan is made of. */
public enum PlanItemKind {
    CALENDAR,
    GRADE,
    SCOPE_ITEM,
    STAGE,
    TASK,
    MILESTONE,
    DELIVERABLE,
    BUDGET_LINE
}
