package io.throughline.survey;

/** When the answers to an anonymous survey are counted, and so its figures appear. */
public enum Counting {
    /** As many at once as a group has people, as soon as they are there; at closing fewer than that are left uncounted. */
    IN_STEPS,
    /** All at once, at closing; every answer counts if there are enough for a group. */
    AT_CLOSING
}
