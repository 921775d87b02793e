package io.throughline.backlog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AreaRepository extends Repository<Area, UUID> {

    Optional<Area> findById(UUID id);

    Area save(Area area);
}
