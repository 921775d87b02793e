package io.throughline.people.account;

import io.throughline.people.AccountState;
import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons and their accounts, which share an id, kept and found. Who may do it is asked by whoever calls. */
@Component
public class AccountStore {

    private final AccountRepository accounts;
    private final PersonRepository persons;

    AccountStore(AccountRepository accounts, PersonRepository persons) {
        this.accounts = accounts;
        this.persons = persons;
    }

    /** Somebody new, who can sign in. */
    public void add(Person person, Account account) {
        persons.save(person);
        accounts.save(account);
    }

    public Person save(Person person) {
        return persons.save(person);
    }

    public Account save(Account account) {
        return accounts.save(account);
    }

    /** Statements of others, which refer to what was saved so far, find it there. */
    public void flush() {
        accounts.flush();
    }

    public Optional<Account> account(UUID id) {
        return accounts.findById(id);
    }

    /** As it is now, and stays until the transaction ends. */
    public Optional<Account> locked(UUID id) {
        return accounts.findLockedById(id);
    }

    /** @param key as {@link Email#keyOf} gives it */
    public Optional<Account> byEmailKey(String key) {
        return accounts.findByEmailKey(key);
    }

    /** Those of them that are taken. */
    public Set<String> taken(Collection<String> emailKeys) {
        return accounts.emailKeysIn(emailKeys);
    }

    /**
     * @param self which may have the address already
     * @throws DomainException EMAIL_TAKEN
     */
    public void requireFree(Email email, @Nullable Account self) {
        accounts.findByEmailKey(email.key())
                .filter(other -> !other.equals(self))
                .ifPresent(other -> {
                    throw new DomainException(PeopleError.EMAIL_TAKEN);
                });
    }

    public Optional<Person> person(UUID id) {
        return persons.findById(id);
    }

    /** Those of them who exist. */
    public List<Person> persons(Collection<UUID> ids) {
        return persons.findByIdIn(ids);
    }

    /** Those of them who hold one of these roles, in whatever state their account is, and the reader. */
    public List<Person> persons(Collection<UUID> ids, PersonId reader, Collection<Role> roles) {
        return persons.findColleaguesByIdIn(ids, reader.value(), roles);
    }

    /** Those who can sign in and hold this role. */
    public List<Person> active(Role role) {
        var ids = accounts.idsOf(role, AccountState.ACTIVE);
        return ids.isEmpty() ? List.of() : persons.findByIdIn(ids);
    }

    /** Whether this person can sign in and holds this role. */
    public boolean isActive(PersonId person, Role role) {
        return accounts.has(person.value(), role, AccountState.ACTIVE);
    }

    public long countOf(OrganisationId organisation) {
        return persons.countByOrganisationId(organisation.value());
    }
}
