package io.throughline.survey.version;

/** What becomes of the answers an edit touches. Whatever is chosen, they stay readable as they were asked. */
public enum Choice {
    /** The meaning is the same: earlier and later answers stand in one line. */
    KEEP,
    /** What was said about the item stands for another item from now on. */
    MAP,
    /** What was said about the item is no longer compared; the rest of the question is. */
    SET_ASIDE,
    /** No earlier answer to the question is compared with the new ones. */
    ARCHIVE
}
