package io.throughline.survey;

/** Why what somebody had opened by a personal link is over. */
public enum LinkEnd {
    /** The campaign closed. */
    CLOSED,
    /** The link was revoked, or the account it is for disabled. */
    REVOKED,
    /** Nothing was done for too long, or it went on for too long. */
    AWAY
}
