package io.throughline.plan;

/** What a working copy is for. */
public enum DraftPurpose {
    /** The first baseline of a project. */
    PLAN,
    /** A change of the baseline in force. */
    CHANGE
}
