package io.throughline.change;

/** The kind of object this room answers for, as it stands in links, acts and the line. */
public final class ChangeKinds {

    public static final String CHANGE = "change";

    private ChangeKinds() {}
}
