package io.throughline.backlog.need;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface NeedRepository extends Repository<Need, UUID> {

    Optional<Need> findById(UUID id);

    Need save(Need need);

    Need saveAndFlush(Need need);
}
