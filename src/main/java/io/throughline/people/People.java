package io.throughline.people;

import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons by name, for every room that shows or chooses one. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class People {

    private final PersonRepository persons;
    private final AccountRepository accounts;
    private final OrganisationRepository organisations;

    People(PersonRepository persons, AccountRepository accounts, OrganisationRepository organisations) {
        this.persons = persons;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    /** Names of those who exist. The caller answers for who may read them. */
    @PreAuthorize("isAuthenticated() or hasRole('RESPONDENT')")
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return persons.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Everybody who can sign in and holds this role, by name; not for customers, who don't choose among people. */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER','ADMINISTRATOR')")
    public List<PersonInfo> withRole(Role role) {
        var ids = accounts.idsOf(role, AccountState.ACTIVE);
        if (ids.isEmpty()) {
            return List.of();
        }
        return persons.findByIdIn(ids).stream()
                .map(Person::info)
                .sorted(java.util.Comparator.comparing(PersonInfo::name, String.CASE_INSENSITIVE_ORDER))
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
        return persons.save(new Person(name, home.id())).id();
    }
}
