package io.throughline.plan;

/** The kinds of object this room answers for, as they stand in links, acts and the line. */
public final class PlanKinds {

    public static final String PROJECT = "project";
    public static final String SUBMISSION = "submission";
    public static final String BASELINE = "baseline";

    private PlanKinds() {}
}
