package io.throughline.change;

import io.throughline.shared.ErrorCode;

/** What this room refuses. */
public enum ChangeError implements ErrorCode {
    /** Another baseline was approved meanwhile. Argument: its number. */
    STALE_BASELINE,
    /** The change changes nothing. */
    NOTHING_CHANGED,
    /** It is not submitted, so there is nothing to decide or answer. */
    NOT_SUBMITTED,
    /** It was approved, rejected or withdrawn. */
    CLOSED
}
