package io.throughline.people.account;

import io.throughline.people.AccountChanged;
import io.throughline.people.AccountState;
import io.throughline.people.PeopleError;
import io.throughline.people.Theme;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs in and what they may do; has the person's id. Its stamp changes with everything a request must be
 * judged anew for; its epoch with what ends every open session.
 */
@Entity
@Table(name = "account")
public class Account extends AggregateRoot {

    private String email = "";

    @Column(name = "email_key")
    private String emailKey = "";

    @Enumerated(EnumType.STRING)
    private AccountState state = AccountState.INVITED;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "security_stamp")
    private UUID securityStamp = UUID.randomUUID();

    @Column(name = "session_epoch")
    private long sessionEpoch;

    private String language = "en";

    @Enumerated(EnumType.STRING)
    private Theme theme = Theme.SYSTEM;

    private String zone = "UTC";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    public Account(Person person, Email email, Set<Role> roles, Locale language, ZoneId zone, Instant now) {
        super(person.uuid());
        this.email = email.typed();
        this.emailKey = email.key();
        this.language = language.getLanguage();
        this.zone = zone.getId();
        this.createdAt = now;
        requireRoles(person.organisation(), roles);
        this.roles = new HashSet<>(roles);
        record(Act.of(ActKind.ACCOUNT_CREATED, ref()));
    }

    public void invited() {
        if (state == AccountState.DISABLED) {
            throw new DomainException(PeopleError.ACCOUNT_DISABLED);
        }
        if (state == AccountState.ACTIVE) {
            throw new DomainException(PeopleError.ALREADY_ACTIVE);
        }
        record(Act.of(ActKind.ACCOUNT_INVITED, ref()));
    }

    public void activate(String hash) {
        if (state != AccountState.INVITED) {
            throw new DomainException(PeopleError.LINK_INVALID);
        }
        state = AccountState.ACTIVE;
        passwordHash = hash;
        endSessions();
        record(Act.of(ActKind.ACCOUNT_ACTIVATED, ref()));
    }

    void requireResettable() {
        if (state == AccountState.DISABLED) {
            throw new DomainException(PeopleError.ACCOUNT_DISABLED);
        }
        if (state == AccountState.INVITED) {
            throw new DomainException(PeopleError.NOT_ACTIVE);
        }
    }

    public void resetReleased() {
        requireResettable();
        record(Act.of(ActKind.PASSWORD_RESET_RELEASED, ref()));
    }

    public void changePassword(String hash) {
        if (state != AccountState.ACTIVE) {
            throw new DomainException(PeopleError.LINK_INVALID);
        }
        passwordHash = hash;
        endSessions();
        record(Act.of(ActKind.PASSWORD_CHANGED, ref()));
    }

    public void signOutEverywhere() {
        endSessions();
        record(Act.of(ActKind.SIGNED_OUT_EVERYWHERE, ref()));
    }

    public void disable() {
        if (state != AccountState.DISABLED) {
            state = AccountState.DISABLED;
            endSessions();
            record(Act.of(ActKind.ACCOUNT_DISABLED, ref()));
        }
    }

    /** Back to where it stood: with a password active, without one invited. */
    public void enable() {
        if (state == AccountState.DISABLED) {
            state = passwordHash == null ? AccountState.INVITED : AccountState.ACTIVE;
            endSessions();
            record(Act.of(ActKind.ACCOUNT_ENABLED, ref()));
        }
    }

    public void takeRoles(Person person, Set<Role> newRoles) {
        requireRoles(person.organisation(), newRoles);
        if (!roles.equals(newRoles)) {
            roles.clear();
            roles.addAll(newRoles);
            judgeAnew();
            record(Act.of(ActKind.ROLES_CHANGED, ref()));
        }
    }

    public void changeEmail(Email newEmail) {
        if (!email.equals(newEmail.typed())) {
            email = newEmail.typed();
            emailKey = newEmail.key();
            judgeAnew();
            record(Act.of(ActKind.EMAIL_CHANGED, ref()));
        }
    }

    public void prefer(Locale newLanguage, Theme newTheme, ZoneId newZone) {
        language = newLanguage.getLanguage();
        theme = newTheme;
        zone = newZone.getId();
        judgeAnew();
    }

    /** What its person reads, where nobody chose it. */
    public void speak(Locale own) {
        language = own.getLanguage();
    }

    /** Every open session of this account looks at it again before its next request is served. */
    public void judgeAnew() {
        securityStamp = UUID.randomUUID();
        record(new AccountChanged(personId()));
    }

    private void endSessions() {
        sessionEpoch++;
        judgeAnew();
    }

    /**
     * What whoever belongs there may be.
     *
     * @throws DomainException ROLES_REQUIRED, ORGANISATION_REQUIRED
     */
    public static void requireRoles(@Nullable OrganisationId home, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new DomainException(PeopleError.ROLES_REQUIRED);
        }
        if (roles.contains(Role.CUSTOMER) && home == null) {
            throw new DomainException(PeopleError.ORGANISATION_REQUIRED);
        }
    }

    public PersonId personId() {
        return new PersonId(uuid());
    }

    public String email() {
        return email;
    }

    public String emailKey() {
        return emailKey;
    }

    public AccountState state() {
        return state;
    }

    @Nullable
    public String passwordHash() {
        return passwordHash;
    }

    public UUID stamp() {
        return securityStamp;
    }

    public long epoch() {
        return sessionEpoch;
    }

    public Locale language() {
        return Locale.of(language);
    }

    public Instant created() {
        return createdAt;
    }

    public Theme theme() {
        return theme;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    private ObjectRef ref() {
        return new ObjectRef(Person.KIND, uuid());
    }
}
