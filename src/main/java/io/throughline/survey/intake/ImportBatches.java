package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.SurveyAccess;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what is imported in parts, each for good: what is in stays in, whatever comes after. */
@Component
class ImportBatches {

    private final ImportedResponses imported;
    private final SurveyAccess access;
    private final CampaignAccess campaigns;
    private final ImportRecords records;

    ImportBatches(ImportedResponses imported, SurveyAccess access, CampaignAccess campaigns, ImportRecords records) {
        this.imported = imported;
        this.access = access;
        this.campaigns = campaigns;
        this.records = records;
    }

    /** It is over: somebody stopped it, or it was silent for so long that it counts as interrupted. */
    static final class Over extends RuntimeException {

        Over() {
            super("the import is over");
        }
    }

    /**
     * Tried more often than a command: it competes with what follows from the thousand before.
     *
     * @param hash of the file
     * @return how many of them are new
     * @throws Over where nothing may be stored any more
     * @throws DomainException NOT_ALLOWED for who does not edit the survey any more
     */
    @Transactional
    @Retryable(
            includes = ConcurrencyFailureException.class,
            maxRetries = 10,
            delay = 50,
            jitter = 50,
            multiplier = 2,
            maxDelay = 2_000)
    public int store(ImportId id, CampaignId campaign, Locale language, List<ImportedLine> lines, String hash) {
        var target = campaigns.campaign(campaign);
        access.editable(target.surveyId());
        var fresh = imported.fresh(campaign, lines);
        // Before they are stored: whoever stops it waits for these, and for no more.
        if (!records.stored(id, fresh.size(), lines.size() - fresh.size())) {
            throw new Over();
        }
        try {
            if (!fresh.isEmpty()) {
                imported.store(target, language, fresh, hash);
            }
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("one of the respondents is stored just now", e);
        }
        return fresh.size();
    }
}
