package io.throughline.plan.content;

/** How one activity waits for another, first letter the earlier one's end of it. */
public enum LinkKind {
    /** Finish to start. */
    FS,
    /** Start to start. */
    SS,
    /** Finish to finish. */
    FF,
    /** Start to finish. */
    SF
}
