package io.throughline.people;

import io.throughline.shared.Role;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * What is held about oneself.
 *
 * @param organisation its name; empty if none
 */
public record Profile(
        String name,
        String email,
        Set<Role> roles,
        String organisation,
        Locale language,
        Theme theme,
        ZoneId zone,
        long version) {}
