package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountList;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Administrators;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.link.AccountInvitations;
import io.throughline.people.link.LinkIssuer;
import io.throughline.people.link.ResetRequests;
import io.throughline.people.organisation.OrganisationRepository;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.people.signin.KnownDevices;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and as what: the administrators' service. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class Accounts {

    private static final Duration RELEASED_RESET = Duration.ofHours(24);
    private static final int LARGEST_PAGE = 200;

    private final AccountStore accounts;
    private final OrganisationRepository organisations;
    private final AccountList list;
    private final LinkIssuer issuer;
    private final AccountInvitations invitations;
    private final Administrators administrators;
    private final ResetRequests resets;
    private final KnownDevices devices;
    private final PeopleSettings settings;
    private final CurrentViewer viewer;

    Accounts(
            AccountStore accounts,
            OrganisationRepository organisations,
            AccountList list,
            LinkIssuer issuer,
            AccountInvitations invitations,
            Administrators administrators,
            ResetRequests resets,
            KnownDevices devices,
            PeopleSettings settings,
            CurrentViewer viewer) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.list = list;
        this.issuer = issuer;
        this.invitations = invitations;
        this.administrators = administrators;
        this.resets = resets;
        this.devices = devices;
        this.settings = settings;
        this.viewer = viewer;
    }

    /**
     * By name.
     *
     * @param limit at most 200
     */
    public List<AccountRow> find(AccountFilter filter, int offset, int limit) {
        return list.find(filter, Math.max(0, offset), Math.clamp(limit, 0, LARGEST_PAGE));
    }

    public int count(AccountFilter filter) {
        return list.count(filter);
    }

    public Optional<AccountDetail> detail(PersonId id) {
        return accounts.account(id.value())
                .flatMap(account -> accounts.person(id.value())
                        .map(person -> new AccountDetail(
                                id,
                                person.name(),
                                account.email(),
                                account.roles(),
                                account.state(),
                                person.organisation(),
                                account.created(),
                                resets.since(id.value()).orElse(null),
                                account.version())));
    }

    /** Those who wait longest first, at most 200. */
    public List<ResetRequest> resetRequests() {
        return resets.waiting(LARGEST_PAGE);
    }

    /** What a new account speaks where nobody says otherwise. */
    public Locale usualLanguage() {
        return settings.language();
    }

    /**
     * All that would be refused of this, not only what comes first; empty if it would be kept.
     *
     * @param self whose it is; null for a new account
     */
    public List<DomainException> problems(AccountData data, @Nullable PersonId self) {
        var problems = new ArrayList<DomainException>();
        check(problems, () -> Person.named(data.name()));
        if (TypedText.showsNothing(data.email())) {
            problems.add(new DomainException(CommonError.REQUIRED, "people.email"));
        } else {
            var own = self == null ? null : accounts.account(self.value()).orElse(null);
            check(problems, () -> free(Email.of(data.email()), own));
        }
        check(problems, () -> Account.requireRoles(data.organisation(), data.roles()));
        return problems;
    }

    private static void check(List<DomainException> problems, Runnable rule) {
        try {
            rule.run();
        } catch (DomainException refusal) {
            problems.add(refusal);
        }
    }

    /**
     * Makes an account and a link of seven days by which its person sets a password.
     *
     * @param language of the account, beginning with its invitation, until its person chooses; one of the portal's
     * @throws DomainException EMAIL_INVALID, EMAIL_LOOKS_LIKE_ANOTHER, EMAIL_TAKEN, ROLES_REQUIRED,
     *     ORGANISATION_REQUIRED, REQUIRED, TOO_LONG, NOT_FOUND for the organisation or the language
     */
    @Command
    public IssuedLink create(AccountData data, Locale language) {
        if (!Texts.LANGUAGES.contains(language)) {
            throw DomainException.notFound();
        }
        var email = free(Email.of(data.email()), null);
        var made = invitations.make(data, email, existing(data.organisation()), language);
        invitations.invite(List.of(made));
        return made;
    }

    /**
     * Changes what an administrator says about an account; its language is its person's alone. Its open sessions are judged
     * anew at their next request; a link on its way to an earlier address stops working.
     *
     * @throws DomainException NOT_FOUND, STALE, LAST_ADMINISTRATOR and those of {@link #create}
     */
    @Command
    public void change(PersonId id, long version, AccountData data) {
        change(id, version, account -> {
            var person = accounts.person(id.value()).orElseThrow(DomainException::notFound);
            person.change(data.name(), existing(data.organisation()));
            accounts.save(person);
            var email = free(Email.of(data.email()), account);
            if (!email.key().equals(account.emailKey())) {
                issuer.withdraw(account);
            }
            account.changeEmail(email);
            if (!data.roles().contains(Role.ADMINISTRATOR)) {
                requireAnotherAdministrator(account);
            }
            account.takeRoles(person, data.roles());
            account.judgeAnew();
        });
    }

    /**
     * A new link for somebody who hasn't set a password yet; earlier ones stop working.
     *
     * @throws DomainException NOT_FOUND, STALE, ALREADY_ACTIVE, ACCOUNT_DISABLED
     */
    @Command
    public IssuedLink invite(PersonId id, long version) {
        var account = seen(id, version);
        return invitations.again(account, accounts.person(id.value()).orElseThrow(DomainException::notFound));
    }

    /**
     * Ends all sessions of an account and lets no new one begin.
     *
     * @throws DomainException NOT_FOUND, STALE, OWN_ACCOUNT, LAST_ADMINISTRATOR
     */
    @Command
    public void disable(PersonId id, long version) {
        if (viewer.get().id().equals(id)) {
            throw new DomainException(PeopleError.OWN_ACCOUNT);
        }
        change(id, version, account -> {
            requireAnotherAdministrator(account);
            account.disable();
            issuer.withdraw(account);
        });
        resets.remove(id.value());
        devices.forget(id.value());
    }

    /** @throws DomainException NOT_FOUND, STALE */
    @Command
    public void enable(PersonId id, long version) {
        change(id, version, Account::enable);
    }

    /**
     * Makes the link a person who forgot the password waits for, to be handed over by a way the administrator trusts;
     * it works for a day. The present password keeps working until it is used.
     *
     * @throws DomainException NOT_FOUND, NOT_ACTIVE, ACCOUNT_DISABLED
     */
    @Command
    public IssuedLink releaseReset(PersonId id) {
        var account = accounts.account(id.value()).orElseThrow(DomainException::notFound);
        var person = accounts.person(id.value()).orElseThrow(DomainException::notFound);
        account.resetReleased();
        accounts.save(account);
        dismissReset(id);
        var link = issuer.issue(id.value(), LinkPurpose.RESET, RELEASED_RESET);
        return new IssuedLink(id, person.name(), account.email(), link.url(), link.expires(), false);
    }

    /** Takes a request for a reset off the list. */
    @Command
    public void dismissReset(PersonId id) {
        resets.remove(id.value());
    }

    private void change(PersonId id, long version, Consumer<Account> act) {
        var account = seen(id, version);
        act.accept(account);
        accounts.save(account);
    }

    private Account seen(PersonId id, long version) {
        var account = accounts.account(id.value()).orElseThrow(DomainException::notFound);
        account.requireVersion(version);
        return account;
    }

    private void requireAnotherAdministrator(Account account) {
        var all = administrators.locked();
        if (all.contains(account.uuid()) && all.size() == 1) {
            throw new DomainException(PeopleError.LAST_ADMINISTRATOR);
        }
    }

    private Email free(Email email, @Nullable Account self) {
        accounts.requireFree(email, self);
        return email;
    }

    private @Nullable OrganisationId existing(@Nullable OrganisationId id) {
        return id == null
                ? null
                : organisations
                        .findById(id.value())
                        .orElseThrow(DomainException::notFound)
                        .id();
    }
}
