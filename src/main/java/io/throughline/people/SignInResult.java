package io.throughline.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to sign in. */
public sealed interface SignInResult {

    /** @param newDevice the secret by which this device is known from now on; null if it was already known */
    record Accepted(AccountPrincipal principal, @Nullable String newDevice) implements SignInResult {}

    /** Address or password wrong, or the account may not sign in: the three must not be told apart. */
    record Refused() implements SignInResult {}

    /** Too many attempts; nothing was checked. */
    record TooMany(Duration pause) implements SignInResult {}
}
