package io.throughline.people;

import io.throughline.people.account.Account;
import io.throughline.people.account.AccountList;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.people.signin.DemoPasswords;
import io.throughline.people.signin.PasswordRules;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts with published passwords, for the demo alone: without {@code throughline.demo} none is made, none is listed,
 * and none of an earlier demo can sign in.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("permitAll()")
public class DemoAccounts {

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final DemoPasswords passwords;
    private final JdbcClient jdbc;
    private final PeopleSettings settings;
    private final Clock clock;

    DemoAccounts(
            AccountStore accounts,
            PasswordHasher hasher,
            PasswordRules rules,
            DemoPasswords passwords,
            JdbcClient jdbc,
            PeopleSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.rules = rules;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new person with an active account.
     *
     * @throws DomainException DEMO_ONLY; EMAIL_INVALID, EMAIL_LOOKS_LIKE_ANOTHER, EMAIL_TAKEN, PASSWORD_…, ROLES_REQUIRED, ORGANISATION_REQUIRED
     */
    @Command
    public PersonId create(
            String name, String email, Set<Role> roles, @Nullable OrganisationId organisation, String password) {
        requireDemo();
        return activate(accounts.save(new Person(name, organisation)), email, roles, password);
    }

    /**
     * An active account for a person who is known by an import.
     *
     * @throws DomainException DEMO_ONLY, NOT_FOUND, and those of {@link #create}
     */
    @Command
    public PersonId createFor(PersonId person, String email, Set<Role> roles, String password) {
        requireDemo();
        return activate(accounts.person(person.value()).orElseThrow(DomainException::notFound), email, roles, password);
    }

    /** The demo's accounts in the order they were made; empty outside the demo. */
    public List<DemoAccount> listed() {
        if (!settings.demo()) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.name, a.email, d.password,
                               (select group_concat(r.role) from account_role r where r.account_id = a.id) as roles
                        from demo_account d join account a on a.id = d.account_id join person p on p.id = a.id
                        where a.state = 'ACTIVE' order by a.created_at, p.id limit 30""")
                .query((row, number) -> new DemoAccount(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("password"),
                        AccountList.roles(row.getString("roles"))))
                .list();
    }

    /** Whether the demo would stand in nobody's way; false outside the demo. */
    public boolean isNobodyThere() {
        return settings.demo()
                && jdbc.sql("select id from account limit 1")
                        .query()
                        .listOfRows()
                        .isEmpty();
    }

    private PersonId activate(Person person, String email, Set<Role> roles, String password) {
        var address = Email.of(email);
        accounts.requireFree(address, null);
        rules.require(password, person.name(), address.typed());
        var account = new Account(person, address, roles, Locale.ENGLISH, settings.zone(), clock.instant());
        account.activate(hasher.hash(password));
        accounts.save(account);
        accounts.flush();
        passwords.publish(account.uuid(), password);
        return person.id();
    }

    private void requireDemo() {
        if (!settings.demo()) {
            throw new DomainException(PeopleError.DEMO_ONLY);
        }
    }
}
