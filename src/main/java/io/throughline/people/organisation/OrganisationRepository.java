package io.throughline.people.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface OrganisationRepository extends Repository<Organisation, UUID> {

    Organisation save(Organisation organisation);

    Optional<Organisation> findById(UUID id);

    List<Organisation> findAllByOrderByNameAsc();

    List<Organisation> findByIdIn(Collection<UUID> ids);

    Optional<Organisation> findFirstByNameIgnoreCase(String name);
}
