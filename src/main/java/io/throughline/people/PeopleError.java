package io.throughline.people;

import io.throughline.shared.ErrorCode;

/** What this room refuses. */
public enum PeopleError implements ErrorCode {
    /** The text is no e-mail address, or longer than 254 characters. */
    EMAIL_INVALID,
    /** It mixes letters of alphabets that look alike, or has signs that stand for others. */
    EMAIL_LOOKS_LIKE_ANOTHER,
    /** Another account already signs in with this address. */
    EMAIL_TAKEN,
    /** An account without any role can do nothing. */
    ROLES_REQUIRED,
    /** A customer belongs to an organisation. */
    ORGANISATION_REQUIRED,
    /** Another organisation has this name. */
    ORGANISATION_NAME_TAKEN,
    /** The installation would be left without an administrator who can sign in. */
    LAST_ADMINISTRATOR,
    /** Nobody disables the account they are signed in with. */
    OWN_ACCOUNT,
    /** A disabled account is enabled before it is invited or given a link. */
    ACCOUNT_DISABLED,
    /** The invited person already chose a password. */
    ALREADY_ACTIVE,
    /** The account was never activated: invite it instead. */
    NOT_ACTIVE,
    /** The one-time link was used, replaced or is too old. */
    LINK_INVALID,
    /** The password given as the present one isn't. */
    PASSWORD_WRONG,
    /** Too many attempts. Argument: seconds to wait. */
    TOO_MANY_ATTEMPTS,
    /** Argument: the least number of characters. */
    PASSWORD_TOO_SHORT,
    /** Argument: the largest number of characters. */
    PASSWORD_TOO_LONG,
    /** Everybody's password, or made of everybody's words. */
    PASSWORD_COMMON,
    /** It consists of the person's own name or address. */
    PASSWORD_PERSONAL,
    /** The file isn't a CSV file with the expected columns. */
    IMPORT_UNREADABLE,
    /** The file is too large. Argument: the largest number of rows. */
    IMPORT_TOO_LARGE,
    /** At least one row is bad, so nothing was imported. Argument: the number of bad rows. */
    IMPORT_BAD_ROWS,
    /** A role in the file is not one of the five. */
    IMPORT_ROLE_UNKNOWN,
    IMPORT_LANGUAGE_UNKNOWN,
    /** No organisation has the name in the file. */
    IMPORT_ORGANISATION_UNKNOWN,
    /** The address stands in the file twice. */
    IMPORT_EMAIL_TWICE,
    /** Accounts with given passwords exist in the demo only. */
    DEMO_ONLY,
    /** Argument: the longest name. */
    TOKEN_WITHOUT_NAME,
    TOKEN_WITHOUT_SCOPE,
    /** Argument: the most days. */
    TOKEN_DAYS_OUT_OF_RANGE,
    /** Argument: how many one may have. */
    TOO_MANY_TOKENS
}
