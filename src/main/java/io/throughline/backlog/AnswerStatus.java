package io.throughline.backlog;

/** What became of an answer, in the order a customer follows it. */
public enum AnswerStatus {
    /** It arrived; nobody has looked at it yet. */
    RECEIVED,
    /** It says the same as others and stands with them under one need. */
    JOINED,
    /** A requirement came of it. */
    REQUIREMENT,
    /** A project will do it, in a stated period. */
    PLANNED,
    /** The plan changed; shown once the project manager has said why. */
    CHANGED,
    /** It will not be done; the reason stands with it. */
    DECLINED,
    /** Some of what it led to, or of what serves that, is done; some is not. */
    PARTLY_DONE,
    /** It was handed over and waits for the customer's confirmation. */
    DELIVERED,
    /** Confirmed. */
    DONE
}
