package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import org.springframework.stereotype.Component;

/** Where a file of answers goes: into the newest campaign of a survey its reader edits. */
@Component
class ImportTarget {

    private final SurveyAccess access;
    private final CampaignRows campaigns;
    private final VersionContents contents;
    private final ImportedResponses imported;

    ImportTarget(SurveyAccess access, CampaignRows campaigns, VersionContents contents, ImportedResponses imported) {
        this.access = access;
        this.campaigns = campaigns;
        this.contents = contents;
        this.imported = imported;
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, ANONYMOUS_NO_IMPORT, ANSWERS_REMOVED */
    CampaignInfo campaign(SurveyId id) {
        var survey = access.editable(id);
        var campaign = campaigns
                .newest(survey.id())
                .orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, survey.key()));
        if (campaign.confidentiality() == Confidentiality.ANONYMOUS) {
            throw new DomainException(SurveyError.ANONYMOUS_NO_IMPORT);
        }
        var removed = campaign.removedAt();
        if (removed != null) {
            throw new DomainException(SurveyError.ANSWERS_REMOVED, removed);
        }
        return campaign;
    }

    SurveyContent content(CampaignInfo campaign) {
        return contents.of(campaign.surveyVersion());
    }

    /** @throws DomainException IMPORT_MAP_INVALID */
    ImportRun run(CampaignInfo campaign, ImportMapping mapping, ImportRun.Sink sink) {
        var content = content(campaign);
        return new ImportRun(content, ImportSlots.map(content, mapping), imported.voices(campaign.id()), sink);
    }
}
