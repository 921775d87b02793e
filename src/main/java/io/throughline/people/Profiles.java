package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.people.credentials.Throttle;
import io.throughline.people.link.LinkIssuer;
import io.throughline.people.organisation.Organisation;
import io.throughline.people.organisation.OrganisationRepository;
import io.throughline.people.signin.DemoPasswords;
import io.throughline.people.signin.KnownDevices;
import io.throughline.people.signin.PasswordRules;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody sees and changes about themselves. Always the viewer's own: no id comes in. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Profiles {

    private static final int KEYS = 20_000;

    private final Throttle attempts = new Throttle(5, Duration.ofMinutes(1), KEYS);

    private final AccountStore accounts;
    private final OrganisationRepository organisations;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final LinkIssuer issuer;
    private final KnownDevices devices;
    private final DemoPasswords demo;
    private final CurrentViewer viewer;
    private final Clock clock;

    Profiles(
            AccountStore accounts,
            OrganisationRepository organisations,
            PasswordHasher hasher,
            PasswordRules rules,
            LinkIssuer issuer,
            KnownDevices devices,
            DemoPasswords demo,
            CurrentViewer viewer,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.hasher = hasher;
        this.rules = rules;
        this.issuer = issuer;
        this.devices = devices;
        this.demo = demo;
        this.viewer = viewer;
        this.clock = clock;
    }

    public Profile mine() {
        var account = account();
        var person = person();
        var home = person.organisation();
        var organisation = home == null
                ? ""
                : organisations.findById(home.value()).map(Organisation::name).orElse("");
        return new Profile(
                person.name(),
                account.email(),
                account.roles(),
                organisation,
                account.language(),
                account.theme(),
                account.zone(),
                account.version());
    }

    /**
     * @param language one of the portal's
     * @param zone an IANA time zone
     * @throws DomainException STALE, NOT_FOUND for a language the portal doesn't speak
     */
    @Command
    public AccountPrincipal prefer(long version, Locale language, Theme theme, ZoneId zone) {
        if (!Texts.LANGUAGES.contains(language)) {
            throw DomainException.notFound();
        }
        var account = account();
        account.requireVersion(version);
        account.prefer(language, theme, zone);
        return SignIn.principal(accounts.save(account), person());
    }

    /**
     * Ends all other sessions, forgets all devices, and takes back what links to a new password are on their way.
     *
     * @return who the caller's own session goes on as
     * @throws DomainException PASSWORD_WRONG, TOO_MANY_ATTEMPTS, PASSWORD_…
     */
    @Command
    public AccountPrincipal changePassword(String present, String wanted) {
        var account = account();
        var person = person();
        var pause = attempts.take(account.emailKey(), clock.instant());
        if (!pause.isZero()) {
            throw new DomainException(PeopleError.TOO_MANY_ATTEMPTS, pause.toSeconds() + 1);
        }
        if (!hasher.matches(present, account.passwordHash())) {
            throw new DomainException(PeopleError.PASSWORD_WRONG);
        }
        attempts.giveBack(account.emailKey(), clock.instant());
        rules.require(wanted, person.name(), account.email());
        account.changePassword(hasher.hash(wanted));
        issuer.withdraw(account);
        devices.forget(account.uuid());
        demo.forget(account.uuid());
        return SignIn.principal(accounts.save(account), person);
    }

    /** Ends all sessions, the caller's own included, and forgets all devices. */
    @Command
    public void signOutEverywhere() {
        var account = account();
        account.signOutEverywhere();
        devices.forget(account.uuid());
        accounts.save(account);
    }

    private Account account() {
        return accounts.account(viewer.get().id().value()).orElseThrow(DomainException::notFound);
    }

    private Person person() {
        return accounts.person(viewer.get().id().value()).orElseThrow(DomainException::notFound);
    }
}
