package io.throughline.people.intake;

import io.throughline.shared.Role;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a file of people, as it stands there.
 *
 * @param number of it, the header being 1, as an editor counts; of one with line breaks in it, where it ends
 * @param roles empty where one of them is unknown
 * @param organisation its name; empty if none
 * @param language its code; empty if nothing is said
 */
public record PeopleLine(
        long number, String name, String email, Optional<Set<Role>> roles, String organisation, String language) {}
