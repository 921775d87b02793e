package io.throughline.people;

/** What a one-time link is for. */
public enum LinkPurpose {
    /** The first password of an account an administrator made. */
    INVITATION,
    /** A new password for a forgotten one. */
    RESET,
    /** The first account of an installation. */
    FIRST_ADMIN
}
