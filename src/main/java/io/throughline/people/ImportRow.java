package io.throughline.people;

import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What would become of one row of a file.
 *
 * @param line in the file, the header being 1
 * @param language of its account, until its person chooses
 * @param problems why it can't be imported; empty for a good one
 */
public record ImportRow(
        long line,
        String name,
        String email,
        Set<Role> roles,
        String organisation,
        Locale language,
        List<DomainException> problems) {

    public boolean good() {
        return problems.isEmpty();
    }
}
