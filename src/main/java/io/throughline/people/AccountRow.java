package io.throughline.people;

import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import java.util.Set;

/**
 * An account in a list.
 *
 * @param organisation its organisation's name; empty if none
 */
public record AccountRow(
        PersonId id, String name, String email, Set<Role> roles, AccountState state, String organisation) {}
