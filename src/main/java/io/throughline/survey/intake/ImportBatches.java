package io.throughline.survey.intake;

import io.throughline.shared.persistence.Command;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.campaign.CampaignAccess;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Stores what is imported in parts, each for good: what is in stays in, whatever comes after. */
@Component
class ImportBatches {

    private final ImportedResponses imported;
    private final CampaignAccess access;

    ImportBatches(ImportedResponses imported, CampaignAccess access) {
        this.imported = imported;
        this.access = access;
    }

    @Command
    public void store(
            CampaignId campaign, Locale language, SurveyContent content, List<ImportRun.Line> lines, String hash) {
        imported.store(access.campaign(campaign), language, content, lines, hash);
    }
}
