package io.throughline.backlog;

/** How much of what serves a requirement the customers have had and confirmed. */
public enum Fulfilment {
    /** Nothing is confirmed, and nothing lies with them. */
    NOTHING,
    /** Something lies with them. */
    WAITING,
    /** Some is confirmed, the rest is still to be handed over. */
    PARTLY,
    /** Everything is confirmed. */
    WHOLLY
}
