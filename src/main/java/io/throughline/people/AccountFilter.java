package io.throughline.people;

import io.throughline.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param text part of a name or address, any case; empty for all
 */
public record AccountFilter(
        String text, @Nullable Role role, @Nullable AccountState state) {

    public static final AccountFilter ALL = new AccountFilter("", null, null);
}
