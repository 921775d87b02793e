package io.throughline.survey;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a survey: editors everything, other project managers and managers read once it is published. Whether
 * they may know who answered, and who said what, is judged here only.
 */
@Component
class SurveyAccess {

    /** Of campaign c: whether :me, who may read its results, may know who answered. */
    static final String NAMES = """
             (c.confidentiality = 'NAMED' or c.confidentiality = 'CONFIDENTIAL' and exists (
                 select 1 from survey y where y.id = c.survey_id and (y.owner_id = :me or exists (
                     select 1 from survey_co_editor e where e.survey_id = y.id and e.person_id = :me))))
            """;

    /** Who may not know names sees no group of fewer people. */
    static final int SMALLEST_GROUP = 5;

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final CampaignRepository campaigns;
    private final CurrentViewer viewer;

    SurveyAccess(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            CampaignRepository campaigns,
            CurrentViewer viewer) {
        this.surveys = surveys;
        this.versions = versions;
        this.campaigns = campaigns;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND, also for somebody else's draft */
    Survey readable(SurveyId id) {
        return find(id).orElseThrow(DomainException::notFound);
    }

    /**
     * What the viewer reads of a survey: the draft where they edit it, else what was published last.
     *
     * @throws DomainException NOT_FOUND, also for somebody else's draft
     */
    SurveyContent content(SurveyId id) {
        var survey = readable(id);
        return survey.isEditedBy(viewer.get().id()) ? survey.content() : asked(survey);
    }

    /** What was published last; the draft where nothing was. */
    SurveyContent asked(Survey survey) {
        return versions.findFirstBySurveyIdOrderByNumberDesc(survey.uuid())
                .map(SurveyVersion::content)
                .orElseGet(survey::content);
    }

    boolean isReadable(SurveyId id) {
        return find(id).isPresent();
    }

    private Optional<Survey> find(SurveyId id) {
        return surveys.findById(id.value())
                .filter(survey ->
                        !survey.isDraft() || survey.isEditedBy(viewer.get().id()));
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED where it may be read only */
    Survey editable(SurveyId id) {
        var survey = readable(id);
        if (!survey.isEditedBy(viewer.get().id())) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        return survey;
    }

    /** Whether the viewer, who may read the results, may know who answered. As {@link #NAMES}. */
    boolean seesNames(Campaign campaign) {
        return switch (campaign.confidentiality()) {
            case NAMED -> true;
            case ANONYMOUS -> false;
            case CONFIDENTIAL ->
                surveys.findById(campaign.surveyId().value())
                        .filter(survey -> survey.isEditedBy(viewer.get().id()))
                        .isPresent();
        };
    }

    /** @throws DomainException NOT_FOUND */
    Campaign campaign(CampaignId id) {
        return campaigns.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    /** @throws DomainException NOT_FOUND */
    SurveyVersion version(SurveyVersionId id) {
        return versions.findById(id.value()).orElseThrow(DomainException::notFound);
    }
}
