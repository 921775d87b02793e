package io.throughline.survey.design;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SurveyRepository extends Repository<Survey, UUID> {

    Survey save(Survey survey);

    Optional<Survey> findById(UUID id);

    Optional<Survey> findByKey(String key);
}
