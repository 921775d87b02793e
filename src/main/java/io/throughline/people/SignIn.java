package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.people.credentials.Throttle;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.people.signin.KnownDevices;
import io.throughline.shared.Hashes;
import io.throughline.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges who somebody is, at the door and again at every request. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("permitAll()")
public class SignIn {

    private static final int KEYS = 20_000;

    /** Guessing at one account from devices it doesn't know. Known devices aren't slowed by it. */
    private final Throttle strangers = new Throttle(5, Duration.ofMinutes(1), KEYS);

    /** Trying many accounts from one place. Generous, since a whole office may share an address. */
    private final Throttle addresses = new Throttle(40, Duration.ofSeconds(15), KEYS);

    /** A known device may be a stolen one. */
    private final Throttle devices = new Throttle(10, Duration.ofMinutes(1), KEYS);

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final KnownDevices knownDevices;
    private final PeopleSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            JdbcClient jdbc,
            AccountStore accounts,
            PasswordHasher hasher,
            KnownDevices knownDevices,
            PeopleSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.hasher = hasher;
        this.knownDevices = knownDevices;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Whatever was typed, an attempt that isn't refused for its number costs exactly one hash evaluation. No database
     * connection is held meanwhile.
     *
     * @param device the secret this device was given at an earlier sign-in, if it has one
     * @param address where the request comes from
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignInResult signIn(String email, String password, @Nullable String device, String address) {
        var now = clock.instant();
        var key = Email.keyOf(email);
        var deviceHash = device == null ? "" : Hashes.sha256(device);
        var candidate = candidate(key, deviceHash);
        boolean known = candidate.map(Candidate::knownDevice).orElse(false);
        var wait = known ? devices.take(deviceHash, now) : takeStranger(key, Throttle.network(address), now);
        if (!wait.isZero()) {
            return new SignInResult.TooMany(wait);
        }
        var matches =
                hasher.matches(password, candidate.map(Candidate::passwordHash).orElse(null));
        if (!matches || candidate.filter(this::maySignIn).isEmpty()) {
            return new SignInResult.Refused();
        }
        giveBack(known, key, deviceHash, Throttle.network(address), now);
        var principal = transaction.execute(status -> load(candidate.get().id()).orElse(null));
        if (principal == null) {
            return new SignInResult.Refused();
        }
        if (known) {
            knownDevices.used(deviceHash, now);
            return new SignInResult.Accepted(principal, null);
        }
        return new SignInResult.Accepted(
                principal, knownDevices.remember(candidate.get().id(), now));
    }

    /**
     * Judges a signed-in person anew, with one select by primary key as long as nothing changed: the same principal if
     * nothing did, another one if their roles or settings did, empty if their session is over.
     */
    public Optional<AccountPrincipal> recheck(AccountPrincipal principal) {
        var id = principal.viewer().id().value();
        var stamp = jdbc.sql("select security_stamp from account where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
        if (stamp.filter(principal.stamp()::equals).isPresent()) {
            return Optional.of(principal);
        }
        return stamp.flatMap(changed -> load(id)).filter(fresh -> fresh.epoch() == principal.epoch());
    }

    private Optional<Candidate> candidate(String emailKey, String deviceHash) {
        return jdbc.sql("""
                        select a.id, a.password_hash, a.state,
                               exists (select 1 from known_device d
                                       where d.token_hash = ? and d.account_id = a.id) as known_device,
                               exists (select 1 from demo_account m where m.account_id = a.id) as demo
                        from account a where a.email_key = ?""").params(deviceHash, emailKey).query(Candidate.class).optional();
    }

    private boolean maySignIn(Candidate candidate) {
        return candidate.state() == AccountState.ACTIVE && (settings.demo() || !candidate.demo());
    }

    private Optional<AccountPrincipal> load(UUID id) {
        return accounts.account(id)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .flatMap(account -> accounts.person(id).map(person -> principal(account, person)));
    }

    static AccountPrincipal principal(Account account, Person person) {
        var viewer = new Viewer(
                person.id(), person.name(), account.roles(), person.organisation(), account.language(), account.zone());
        return new AccountPrincipal(viewer, account.theme(), account.stamp(), account.epoch());
    }

    private Duration takeStranger(String key, String network, Instant now) {
        // The address first: one that is refused must not make us forget what was tried on other accounts.
        var wait = addresses.take(network, now);
        if (wait.isZero()) {
            wait = strangers.take(key, now);
            if (!wait.isZero()) {
                addresses.giveBack(network, now);
            }
        }
        return wait;
    }

    private void giveBack(boolean known, String key, String deviceHash, String network, Instant now) {
        if (known) {
            devices.giveBack(deviceHash, now);
        } else {
            strangers.giveBack(key, now);
            addresses.giveBack(network, now);
        }
    }

    record Candidate(UUID id, @Nullable String passwordHash, AccountState state, boolean knownDevice, boolean demo) {}
}
