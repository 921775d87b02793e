package io.throughline.backlog.requirement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface RequirementRepository extends Repository<Requirement, UUID> {

    Optional<Requirement> findById(UUID id);

    List<Requirement> findAllById(Iterable<UUID> ids);

    Requirement save(Requirement requirement);

    Requirement saveAndFlush(Requirement requirement);
}
