package io.throughline.survey.design;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SurveyVersionRepository extends Repository<SurveyVersion, UUID> {

    SurveyVersion save(SurveyVersion version);

    /** Rows of other tables refer to it within the same transaction. */
    SurveyVersion saveAndFlush(SurveyVersion version);

    Optional<SurveyVersion> findById(UUID id);

    Optional<SurveyVersion> findBySurveyIdAndNumber(UUID surveyId, int number);

    Optional<SurveyVersion> findFirstBySurveyIdOrderByNumberDesc(UUID surveyId);
}
