package io.throughline.backlog;

/** The kinds of object this room answers for, as they stand in links, acts and the line. */
public final class BacklogKinds {

    public static final String AREA = "area";
    public static final String NEED = "need";
    public static final String REQUIREMENT = "requirement";
    public static final String EXPRESSION = "expression";

    private BacklogKinds() {}
}
