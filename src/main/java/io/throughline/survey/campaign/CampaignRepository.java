package io.throughline.survey.campaign;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<Campaign, UUID> {

    Campaign save(Campaign campaign);

    /** Rows of other tables refer to it within the same transaction. */
    Campaign saveAndFlush(Campaign campaign);

    Optional<Campaign> findById(UUID id);

    Optional<Campaign> findFirstBySurveyIdOrderByNumberDesc(UUID surveyId);
}
