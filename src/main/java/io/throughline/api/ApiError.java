package io.throughline.api;

import io.throughline.shared.ErrorCode;

/** Refusals of the door itself; the rooms' own come through it as they are. */
enum ApiError implements ErrorCode {
    /** Arguments: what is wrong. */
    MALFORMED,
    /** Argument: the most bytes. */
    TOO_LARGE,
    NO_TOKEN,
    /** The token isn't for this, or its owner may not do it. */
    NOT_FOR_THIS_TOKEN,
    NO_SUCH_PLACE,
    /** Arguments: the parameter, those the call knows. */
    NO_SUCH_PARAMETER,
    IDEMPOTENCY_KEY_MISSING,
    /** Something isn't as it must be; each is listed with its path. */
    REFUSED,
    /** Argument: the incident's id, which stands in the log. */
    FAILED,
    /** The database can't be reached; the same again later may do. Argument as with {@link #FAILED}. */
    TRY_AGAIN
}
