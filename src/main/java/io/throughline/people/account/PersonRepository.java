package io.throughline.people.account;

import io.throughline.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, UUID> {

    Person save(Person person);

    Optional<Person> findById(UUID id);

    List<Person> findByIdIn(Collection<UUID> ids);

    /** Those of them who work here, in whatever state their account is, and the viewer. */
    @Query("""
            select p from Person p where p.id in :ids and (p.id = :viewer or exists (
                select a.id from Account a join a.roles r where a.id = p.id and r in :roles))""")
    List<Person> findColleaguesByIdIn(Collection<UUID> ids, UUID viewer, Collection<Role> roles);

    long countByOrganisationId(UUID organisation);
}
