package io.throughline.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface OrganisationRepository extends Repository<Organisation, UUID> {

    Organisation save(Organisation organisation);

    Optional<Organisation> findById(UUID id);

    List<Organisation> findAllByOrderByNameAsc();

    List<Organisation> findByIdIn(Collection<UUID> ids);

    List<Organisation> findByNameContainingIgnoreCaseOrderByNameAsc(String part, Limit limit);

    Optional<Organisation> findFirstByNameIgnoreCase(String name);
}
