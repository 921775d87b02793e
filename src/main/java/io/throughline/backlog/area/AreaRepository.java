package io.throughline.backlog.area;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface AreaRepository extends Repository<Area, UUID> {

    Optional<Area> findById(UUID id);

    Area save(Area area);
}
