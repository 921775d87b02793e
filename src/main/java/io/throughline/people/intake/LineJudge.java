package io.throughline.people.intake;

import io.throughline.people.ImportRow;
import io.throughline.people.PeopleError;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges the lines of one file in their order: each by itself, and against the addresses before it. */
public final class LineJudge {

    private final Homes homes;
    private final Set<String> taken;
    private final Locale otherwise;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param taken the keys of addresses that accounts have already
     * @param otherwise the language where a line names none
     */
    public LineJudge(Homes homes, Set<String> taken, Locale otherwise) {
        this.homes = homes;
        this.otherwise = otherwise;
        this.taken = Set.copyOf(taken);
    }

    /** With all that is wrong with it, not only what comes first. */
    public ImportRow judge(PeopleLine line) {
        var problems = new ArrayList<DomainException>();
        check(problems, () -> Person.named(line.name()));
        check(problems, () -> Email.of(line.email()));
        var key = Email.keyOf(line.email());
        if (taken.contains(key)) {
            problems.add(new DomainException(PeopleError.EMAIL_TAKEN));
        }
        if (!key.isEmpty() && !seen.add(key)) {
            problems.add(new DomainException(PeopleError.IMPORT_EMAIL_TWICE));
        }
        if (!line.organisation().isEmpty() && homes.named(line.organisation()) == null) {
            problems.add(new DomainException(PeopleError.IMPORT_ORGANISATION_UNKNOWN));
        }
        var roles = line.roles().orElse(Set.of());
        if (line.roles().isEmpty()) {
            problems.add(new DomainException(PeopleError.IMPORT_ROLE_UNKNOWN));
        } else if (roles.isEmpty()) {
            problems.add(new DomainException(PeopleError.ROLES_REQUIRED));
        }
        if (roles.contains(Role.CUSTOMER) && line.organisation().isEmpty()) {
            problems.add(new DomainException(PeopleError.ORGANISATION_REQUIRED));
        }
        var language = language(line.language());
        if (language.isEmpty()) {
            problems.add(new DomainException(PeopleError.IMPORT_LANGUAGE_UNKNOWN));
        }
        return new ImportRow(
                line.number(),
                line.name(),
                line.email(),
                roles,
                line.organisation(),
                language.orElse(otherwise),
                problems);
    }

    /** Empty where the portal doesn't speak it. */
    private Optional<Locale> language(String code) {
        return code.isEmpty()
                ? Optional.of(otherwise)
                : Texts.LANGUAGES.stream()
                        .filter(one -> one.getLanguage().equals(code.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    private static void check(List<DomainException> problems, Runnable rule) {
        try {
            rule.run();
        } catch (DomainException refusal) {
            problems.add(refusal);
        }
    }
}
