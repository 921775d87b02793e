package io.throughline.survey.start;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OwnTemplateRepository extends Repository<OwnTemplate, UUID> {

    OwnTemplate save(OwnTemplate template);

    OwnTemplate saveAndFlush(OwnTemplate template);

    Optional<OwnTemplate> findById(UUID id);

    List<OwnTemplate> findAllByOrderByName();

    void delete(OwnTemplate template);
}
