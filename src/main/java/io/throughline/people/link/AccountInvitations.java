package io.throughline.people.link;

import io.throughline.people.AccountData;
import io.throughline.people.IssuedLink;
import io.throughline.people.LinkPurpose;
import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.OrganisationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes accounts, and the links of seven days by which their people set a password. */
@Component
public class AccountInvitations {

    static final Duration LIFE = Duration.ofDays(7);

    private final AccountStore accounts;
    private final LinkIssuer issuer;
    private final AccountMails mails;
    private final PeopleSettings settings;
    private final Clock clock;

    AccountInvitations(
            AccountStore accounts, LinkIssuer issuer, AccountMails mails, PeopleSettings settings, Clock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new account. Costs the same however many were made before it in the same transaction. Its invitation is ordered by
     * {@link #invite}.
     *
     * @param email which no other account has
     * @param home which exists
     * @param language which it speaks until its person chooses
     */
    public IssuedLink make(AccountData data, Email email, @Nullable OrganisationId home, Locale language) {
        var person = new Person(data.name(), home);
        var account = new Account(person, email, data.roles(), language, settings.zone(), clock.instant());
        account.invited();
        accounts.add(person, account);
        return handedOut(account, person, issuer.further(account.uuid(), LinkPurpose.INVITATION, LIFE));
    }

    /** Orders a mail to each of those that were made in this transaction, with a link of its own. */
    public void invite(Collection<IssuedLink> made) {
        mails.invite(made.stream().map(IssuedLink::person).toList());
    }

    /** A new link in the place of earlier ones, and a mail with one of its own. */
    public IssuedLink again(Account account, Person person) {
        account.invited();
        accounts.save(account);
        mails.invite(List.of(account.personId()));
        return handedOut(account, person, issuer.issue(account.uuid(), LinkPurpose.INVITATION, LIFE));
    }

    private IssuedLink handedOut(Account account, Person person, LinkIssuer.Issued link) {
        return new IssuedLink(
                account.personId(), person.name(), account.email(), link.url(), link.expires(), mails.delivered());
    }
}
