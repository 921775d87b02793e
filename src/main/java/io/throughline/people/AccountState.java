package io.throughline.people;

/** Where an account stands. */
public enum AccountState {
    /** Made by an administrator; the person hasn't chosen a password yet. */
    INVITED,
    /** Can sign in. */
    ACTIVE,
    /** Refused until an administrator enables it again. */
    DISABLED
}
