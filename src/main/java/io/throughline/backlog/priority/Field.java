package io.throughline.backlog.priority;

/** What a formula may be made of. Labels stand under {@code enum.Field.<CONSTANT>}. */
public enum Field {
    /** Share of people naming the item as most important, 0–1; from evidence. */
    NAMED_SHARE(true),
    /** Share not satisfied among those who rated, 0–1; from evidence. */
    DISSATISFACTION(true),
    /** Importance × (1 − satisfaction), 0–1; from evidence. */
    IS_RATING(true),
    /** Share of 100 points, 0–1; from evidence. */
    POINTS_SHARE(true),
    /** People reached in a period. */
    REACH(false),
    /** Effect on each of them; 0.25 (minimal) to 3 (massive). */
    IMPACT(false),
    /** How sure we are, 0–1. */
    CONFIDENCE(false),
    /** Person-days; taken from the requirement's estimate. */
    EFFORT_DAYS(false),
    /** Value to the business, relative. */
    VALUE(false),
    /** How fast the value decays, relative. */
    TIME_CRITICALITY(false),
    /** Risk reduced or opportunity opened, relative. */
    RISK_REDUCTION(false),
    /** Size of the job, relative. */
    JOB_SIZE(false);

    private final boolean evidence;

    Field(boolean evidence) {
        this.evidence = evidence;
    }

    /** Measured in a survey rather than estimated by a person. */
    public boolean fromEvidence() {
        return evidence;
    }
}
