package io.throughline.people;

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

    @Query("""
            select new io.throughline.people.PersonRepository$OrganisationCount(p.organisationId, count(p))
            from Person p where p.organisationId is not null group by p.organisationId""")
    List<OrganisationCount> countByOrganisation();

    record OrganisationCount(UUID organisation, long people) {}
}
