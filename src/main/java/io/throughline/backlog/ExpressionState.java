package io.throughline.backlog;

/** What a project manager made of a customer's words. */
public enum ExpressionState {
    /** Not looked at yet. */
    WAITING,
    /** Stands under a need. */
    JOINED,
    /** Will not be followed up, for a stated reason. */
    DECLINED,
    /** The person submitted again with other words before anybody looked. */
    SUPERSEDED
}
