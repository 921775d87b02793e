package io.throughline.survey.campaign;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Campaigns, found and kept; what may be done with one is judged by its survey, see {@link SurveyAccess}. */
@Component
public class CampaignAccess {

    private final CampaignRepository campaigns;
    private final SurveyAccess surveys;

    CampaignAccess(CampaignRepository campaigns, SurveyAccess surveys) {
        this.campaigns = campaigns;
        this.surveys = surveys;
    }

    /** @throws DomainException NOT_FOUND */
    public Campaign campaign(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    public Optional<Campaign> newest(Survey survey) {
        return campaigns.findFirstBySurveyIdOrderByNumberDesc(survey.uuid());
    }

    public void save(Campaign campaign) {
        campaigns.save(campaign);
    }

    /** Whether the viewer, who may read the results, may know who answered. As {@link SurveyAccess#NAMES}. */
    public boolean seesNames(Campaign campaign) {
        return switch (campaign.confidentiality()) {
            case NAMED -> true;
            case ANONYMOUS -> false;
            case CONFIDENTIAL -> surveys.isEditedByViewer(campaign.surveyId());
        };
    }
}
