package io.throughline.people;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.OrganisationId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes accounts, and the links of seven days by which their people set a password. */
@Component
class AccountInvitations {

    private static final Duration LIFE = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final PersonRepository persons;
    private final LinkIssuer issuer;
    private final Mailer mailer;
    private final CurrentViewer viewer;
    private final PeopleSettings settings;
    private final Clock clock;

    AccountInvitations(
            AccountRepository accounts,
            PersonRepository persons,
            LinkIssuer issuer,
            Mailer mailer,
            CurrentViewer viewer,
            PeopleSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.issuer = issuer;
        this.mailer = mailer;
        this.viewer = viewer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new account, which speaks its maker's language until its person chooses. Costs the same however many were made
     * before it in the same transaction.
     *
     * @param email which no other account has
     * @param home which exists
     */
    IssuedLink make(AccountData data, Email email, @Nullable OrganisationId home) {
        var person = persons.save(new Person(data.name(), home));
        var account = new Account(person, email, data.roles(), viewer.get().locale(), settings.zone(), clock.instant());
        account.invited();
        accounts.save(account);
        return handedOut(account, person, issuer.first(account.uuid(), LinkPurpose.INVITATION, LIFE));
    }

    /** A new link in the place of earlier ones. */
    IssuedLink again(Account account, Person person) {
        account.invited();
        accounts.save(account);
        return handedOut(account, person, issuer.issue(account.uuid(), LinkPurpose.INVITATION, LIFE));
    }

    private IssuedLink handedOut(Account account, Person person, LinkIssuer.Issued link) {
        var byMail = mailer.available();
        if (byMail) {
            mailer.send(account, person.name(), "invitation", link.url());
        }
        return new IssuedLink(account.personId(), person.name(), account.email(), link.url(), link.expires(), byMail);
    }
}
