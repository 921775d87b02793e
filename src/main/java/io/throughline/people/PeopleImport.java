package io.throughline.people;

import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Role;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes many accounts from a CSV file with the columns name, email, roles and organisation: all of them or none. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class PeopleImport {

    private final AccountInvitations invitations;
    private final AccountRepository stored;
    private final OrganisationRepository organisations;
    private final ApplicationEventPublisher events;

    PeopleImport(
            AccountInvitations invitations,
            AccountRepository stored,
            OrganisationRepository organisations,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.stored = stored;
        this.organisations = organisations;
        this.events = events;
    }

    /**
     * What importing this file would do, row by row; changes nothing.
     *
     * @param csv at most 2,000 rows; comma or semicolon, several roles in one cell parted by "|"
     * @throws DomainException IMPORT_UNREADABLE, IMPORT_TOO_LARGE
     */
    public List<ImportRow> dryRun(String csv) {
        var lines = PeopleFile.read(csv);
        var names = organisationsByName();
        var taken = stored.emailKeysIn(
                lines.stream().map(line -> Email.keyOf(line.email())).collect(Collectors.toSet()));
        var seen = new HashSet<String>();
        return lines.stream().map(line -> judge(line, names, taken, seen)).toList();
    }

    /**
     * Makes the accounts, each with its link of invitation.
     *
     * @throws DomainException IMPORT_BAD_ROWS if there is a single bad row (nothing is imported then), and those of
     *     {@link #dryRun}
     */
    @Command
    public List<IssuedLink> importAll(String csv, Progress progress) {
        var rows = dryRun(csv);
        var bad = rows.stream().filter(row -> !row.good()).count();
        if (bad > 0) {
            throw new DomainException(PeopleError.IMPORT_BAD_ROWS, bad);
        }
        var names = organisationsByName();
        var links = new ArrayList<IssuedLink>();
        for (var row : rows) {
            var home = names.get(nameKey(row.organisation()));
            var data = new AccountData(row.name(), row.email(), row.roles(), home);
            links.add(invitations.make(data, Email.of(row.email()), home));
            progress.at(links.size(), rows.size());
        }
        invitations.invite(links);
        var people = links.stream()
                .map(link -> ObjectRef.of(Person.KIND, link.person()))
                .toList();
        events.publishEvent(new Act(ActKind.PEOPLE_IMPORTED, people, null, null));
        return links;
    }

    private static ImportRow judge(
            PeopleFile.Line line, Map<String, OrganisationId> organisations, Set<String> taken, Set<String> seen) {
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
        var known = organisations.containsKey(nameKey(line.organisation()));
        if (!line.organisation().isEmpty() && !known) {
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
        return new ImportRow(line.number(), line.name(), line.email(), roles, line.organisation(), problems);
    }

    private static void check(List<DomainException> problems, Runnable rule) {
        try {
            rule.run();
        } catch (DomainException refusal) {
            problems.add(refusal);
        }
    }

    private Map<String, OrganisationId> organisationsByName() {
        return organisations.findAllByOrderByNameAsc().stream()
                .collect(Collectors.toMap(o -> nameKey(o.name()), Organisation::id, (first, second) -> first));
    }

    private static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
