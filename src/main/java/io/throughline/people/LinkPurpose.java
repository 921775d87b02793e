package io.throughline.people;

/** What a one-time link is for. */
public enum LinkPurpose {
    /** The first password of an account an administrator made. */
    INVITATION,
    /** A new password for a forgotten one. */
    RESET,
    /** The first account of an installation. */
    FIRST_ADMIN;

    /** Whether an account that stands there can use such a link. */
    public boolean fits(AccountState state) {
        return switch (this) {
            case INVITATION -> state == AccountState.INVITED;
            case RESET -> state == AccountState.ACTIVE;
            case FIRST_ADMIN -> false;
        };
    }
}
