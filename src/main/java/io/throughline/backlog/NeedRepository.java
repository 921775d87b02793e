package io.throughline.backlog;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface NeedRepository extends Repository<Need, UUID> {

    Optional<Need> findById(UUID id);

    Need save(Need need);

    Need saveAndFlush(Need need);
}
