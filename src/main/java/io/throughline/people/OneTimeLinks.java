package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Administrators;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.people.credentials.Throttle;
import io.throughline.people.link.ForgottenPasswords;
import io.throughline.people.link.OneTimeLink;
import io.throughline.people.link.OneTimeLinkRepository;
import io.throughline.people.link.ResetRequests;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.people.signin.DemoPasswords;
import io.throughline.people.signin.KnownDevices;
import io.throughline.people.signin.PasswordRules;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.DatabaseAbsence;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people without a session may do: follow a one-time link, or ask for one because they forgot the password. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("permitAll()")
public class OneTimeLinks {

    private static final Logger LOG = LoggerFactory.getLogger(OneTimeLinks.class);
    private static final int KEYS = 20_000;

    private final Throttle requests = new Throttle(3, Duration.ofMinutes(20), KEYS);
    private final Throttle addresses = new Throttle(20, Duration.ofMinutes(1), KEYS);

    private final OneTimeLinkRepository links;
    private final AccountStore accounts;
    private final Administrators administrators;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final KnownDevices devices;
    private final ResetRequests resets;
    private final DemoPasswords demo;
    private final ForgottenPasswords forgotten;
    private final TaskExecutor executor;
    private final PeopleSettings settings;
    private final Clock clock;

    OneTimeLinks(
            OneTimeLinkRepository links,
            AccountStore accounts,
            Administrators administrators,
            PasswordHasher hasher,
            PasswordRules rules,
            KnownDevices devices,
            ResetRequests resets,
            DemoPasswords demo,
            ForgottenPasswords forgotten,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            PeopleSettings settings,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.administrators = administrators;
        this.hasher = hasher;
        this.rules = rules;
        this.devices = devices;
        this.resets = resets;
        this.demo = demo;
        this.forgotten = forgotten;
        this.executor = executor;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the link is for, empty if it doesn't work (any more). Looking doesn't use it up. */
    public Optional<LinkInfo> peek(String token) {
        return usable(token).flatMap(link -> {
            if (link.account() == null) {
                return administrators.isAny() ? Optional.empty() : Optional.of(new LinkInfo(link.purpose(), "", ""));
            }
            return accounts.account(link.account())
                    .filter(account -> link.purpose().fits(account.state()))
                    .flatMap(account -> accounts.person(account.uuid())
                            .map(person -> new LinkInfo(link.purpose(), person.name(), account.email())));
        });
    }

    /**
     * Sets the password of an invited account or a new one for a forgotten one, and uses the link up, and with it what
     * others the account was given. All its open sessions end, and all devices are forgotten: somebody else may have
     * been in. An invited account about which nothing but the installation's usual language was said speaks the page's from
     * now on.
     *
     * @param page what the page is read in: of the portal's languages the one the browser asks for first
     * @throws DomainException LINK_INVALID, PASSWORD_…; the link isn't used up by a refused password
     */
    @Command
    public void redeem(String token, String password, Locale page) {
        var link = usable(token).orElseThrow(OneTimeLinks::invalid);
        if (link.account() == null) {
            throw invalid();
        }
        var account = accounts.account(link.account())
                .filter(candidate -> link.purpose().fits(candidate.state()))
                .orElseThrow(OneTimeLinks::invalid);
        var person = accounts.person(account.uuid()).orElseThrow(OneTimeLinks::invalid);
        rules.require(password, person.name(), account.email());
        var hash = hasher.hash(password);
        if (link.purpose() == LinkPurpose.INVITATION) {
            account.activate(hash);
            if (account.language().equals(settings.language())) {
                account.speak(spoken(page));
            }
        } else {
            account.changePassword(hash);
        }
        link.use(clock.instant());
        links.save(link);
        links.withdrawUnused(account.uuid());
        accounts.save(account);
        resets.remove(account.uuid());
        devices.forget(account.uuid());
        demo.forget(account.uuid());
    }

    /**
     * Makes the first account of the installation, an administrator's, and uses the link up.
     *
     * @param page what the page is read in
     * @throws DomainException LINK_INVALID also when there is an administrator already; EMAIL_INVALID, EMAIL_LOOKS_LIKE_ANOTHER, EMAIL_TAKEN,
     *     REQUIRED, PASSWORD_…
     */
    @Command
    public PersonId setUp(String token, String name, String email, String password, Locale page) {
        var link = usable(token)
                .filter(candidate -> candidate.purpose() == LinkPurpose.FIRST_ADMIN)
                .orElseThrow(OneTimeLinks::invalid);
        if (administrators.isAny()) {
            throw invalid();
        }
        var address = Email.of(email);
        accounts.requireFree(address, null);
        var person = new Person(name, null);
        rules.require(password, person.name(), address.typed());
        var account = new Account(
                person, address, Set.of(Role.ADMINISTRATOR), spoken(page), settings.zone(), clock.instant());
        account.activate(hasher.hash(password));
        link.use(clock.instant());
        links.save(link);
        accounts.add(person, account);
        return person.id();
    }

    /**
     * Somebody forgot the password. With a mail server an account gets a link of one hour, without one its request
     * waits for an administrator. Nothing tells the asker which of it happened, or whether there is such an account: not
     * even how long it takes, since that happens behind their back.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void forgot(String email, String address) {
        var now = clock.instant();
        var key = Email.keyOf(email);
        if (addresses.take(Throttle.network(address), now).isZero()
                && requests.take(key, now).isZero()) {
            executor.execute(() -> help(key));
        }
    }

    private void help(String emailKey) {
        try {
            forgotten.help(emailKey);
        } catch (RuntimeException e) {
            if (DatabaseAbsence.isLostConnection(e)) {
                LOG.error("Somebody forgot the password while the database can't be reached: they must ask again");
            } else {
                LOG.error("Somebody forgot the password, and nothing could be done about it", e);
            }
        }
    }

    private Optional<OneTimeLink> usable(String token) {
        return links.findByTokenHash(Hashes.sha256(token)).filter(link -> link.usable(clock.instant()));
    }

    private Locale spoken(Locale page) {
        var language = Locale.of(page.getLanguage());
        return Texts.LANGUAGES.contains(language) ? language : settings.language();
    }

    private static DomainException invalid() {
        return new DomainException(PeopleError.LINK_INVALID);
    }
}
