package io.throughline.people;

import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.intake.Homes;
import io.throughline.people.intake.LineJudge;
import io.throughline.people.intake.PeopleFile;
import io.throughline.people.link.AccountInvitations;
import io.throughline.people.organisation.Organisation;
import io.throughline.people.organisation.OrganisationRepository;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.DomainException;
import io.throughline.shared.Progress;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.util.ArrayList;
import java.util.List;
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
    private final AccountStore accounts;
    private final OrganisationRepository organisations;
    private final PeopleSettings settings;
    private final ApplicationEventPublisher events;

    PeopleImport(
            AccountInvitations invitations,
            AccountStore accounts,
            OrganisationRepository organisations,
            PeopleSettings settings,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.organisations = organisations;
        this.settings = settings;
        this.events = events;
    }

    /**
     * What importing this file would do, row by row; changes nothing.
     *
     * @param csv at most 2,000 rows; comma or semicolon, several roles in one cell parted by "|". Whose language no column
     *     tells speaks the installation's
     * @throws DomainException IMPORT_UNREADABLE, IMPORT_TOO_LARGE
     */
    public List<ImportRow> dryRun(String csv) {
        var lines = PeopleFile.read(csv);
        var taken = accounts.taken(
                lines.stream().map(line -> Email.keyOf(line.email())).collect(Collectors.toSet()));
        var judge = new LineJudge(homes(), taken, settings.language());
        return lines.stream().map(judge::judge).toList();
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
        var homes = homes();
        var links = new ArrayList<IssuedLink>();
        for (var row : rows) {
            var home = homes.named(row.organisation());
            var data = new AccountData(row.name(), row.email(), row.roles(), home);
            links.add(invitations.make(data, Email.of(row.email()), home, row.language()));
            progress.at(links.size(), rows.size());
        }
        invitations.invite(links);
        var people = links.stream()
                .map(link -> ObjectRef.of(Person.KIND, link.person()))
                .toList();
        events.publishEvent(new Act(ActKind.PEOPLE_IMPORTED, people, null, null));
        return links;
    }

    private Homes homes() {
        return new Homes(organisations.findAllByOrderByNameAsc().stream()
                .map(Organisation::info)
                .toList());
    }
}
