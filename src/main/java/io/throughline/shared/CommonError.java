package io.throughline.shared;

/** Refusals every room shares. */
public enum CommonError implements ErrorCode {
    /** The object doesn't exist, or this person may not see it: the two must not be told apart. */
    NOT_FOUND,
    /** Somebody else changed it meanwhile. Arguments: the field's label key, their value, the refused value. */
    STALE,
    /** Not allowed to this person, on an object they may see. */
    NOT_ALLOWED,
    /** A required field is empty. Argument: the field's label key. */
    REQUIRED,
    /** A text is too long. Arguments: the field's label key, the limit in characters. */
    TOO_LONG,
    /** A number is out of range. Arguments: the field's label key, smallest, largest. */
    OUT_OF_RANGE
}
