package io.throughline.people;

import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.people.organisation.OrganisationRepository;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons by name, for every room that shows or chooses one. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class People {

    private static final Set<Role> HOUSE = EnumSet.complementOf(EnumSet.of(Role.CUSTOMER));

    private final AccountStore accounts;
    private final OrganisationRepository organisations;
    private final CurrentViewer viewer;

    People(AccountStore accounts, OrganisationRepository organisations, CurrentViewer viewer) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.viewer = viewer;
    }

    /**
     * Names of those who exist. Customers read their own and those of the people of the house, never each other's; where
     * others may know less than that, the caller sees to it.
     */
    @PreAuthorize("isAuthenticated() or hasRole('RESPONDENT')")
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var reader = viewer.get();
        var wanted = ids.stream().map(PersonId::value).toList();
        var found = HOUSE.stream().anyMatch(reader::is)
                ? accounts.persons(wanted)
                : accounts.persons(wanted, reader.id(), HOUSE);
        return found.stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Whether this person can sign in and holds this role; nobody does who doesn't exist. */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','ADMINISTRATOR')")
    public boolean has(PersonId person, Role role) {
        return accounts.isActive(person, role);
    }

    /** Everybody who can sign in and holds this role, by name; for those who choose among people. */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','ADMINISTRATOR')")
    public List<PersonInfo> withRole(Role role) {
        return accounts.active(role).stream()
                .map(Person::info)
                .sorted(Comparator.comparing(PersonInfo::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * A person without an account, known by an import of responses.
     *
     * @throws DomainException NOT_FOUND if there is no such organisation, REQUIRED, TOO_LONG
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','ADMINISTRATOR')")
    public PersonId registerRespondent(OrganisationId organisation, String name) {
        var home = organisations.findById(organisation.value()).orElseThrow(DomainException::notFound);
        return accounts.save(new Person(name, home.id())).id();
    }
}
