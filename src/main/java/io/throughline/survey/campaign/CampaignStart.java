package io.throughline.survey.campaign;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyError;
import io.throughline.survey.design.RetentionStore;
import io.throughline.survey.design.SurveyVersion;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Begins rounds of asking: who is invited, with which quotas and mails. Who may do it is asked by whoever calls. */
@Component
public class CampaignStart {

    private final CampaignRepository campaigns;
    private final Invitations invitations;
    private final Quotas quotas;
    private final CampaignMails mails;
    private final RetentionStore retention;
    private final CurrentViewer viewer;
    private final Clock clock;

    CampaignStart(
            CampaignRepository campaigns,
            Invitations invitations,
            Quotas quotas,
            CampaignMails mails,
            RetentionStore retention,
            CurrentViewer viewer,
            Clock clock) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.quotas = quotas;
        this.mails = mails;
        this.retention = retention;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @throws DomainException NO_AUDIENCE */
    public void requireSomebody(Round round) {
        if (round.audience().isEmpty()) {
            throw new DomainException(SurveyError.NO_AUDIENCE);
        }
    }

    /**
     * @param leftOut who is not asked, though of the audience
     * @throws DomainException CLOSES_BEFORE_OPENING, OPENS_TOO_EARLY, CLOSES_IN_THE_PAST, CLOSES_TOO_LATE, RETENTION_BEFORE_CLOSING,
     *     ANONYMOUS_TOO_FEW
     */
    public CampaignId begin(SurveyVersion version, int number, Round round, Set<PersonId> leftOut) {
        retention.requireKept(version.survey(), round.closesAt());
        var campaign = save(new Campaign(
                version,
                number,
                viewer.get().id(),
                round.audience().following(),
                round.sharing(),
                round.opensAt().truncatedTo(ChronoUnit.MICROS),
                round.closesAt().truncatedTo(ChronoUnit.MICROS),
                Utc.now(clock)));
        var invited = invitations.invite(campaign, round.audience(), leftOut);
        if (campaign.isAnonymous() && invited.size() < campaign.groupSize()) {
            throw new DomainException(SurveyError.ANONYMOUS_TOO_FEW, campaign.groupSize());
        }
        quotas.keep(campaign.id(), round.quotas());
        var mailing = round.mailing();
        if (mailing != null) {
            mails.keep(campaign.id(), campaign.isAnonymous() ? mailing.withoutThanks() : mailing);
            mails.invite(campaign.id(), invited, campaign.opensAt());
        }
        return campaign.id();
    }

    private Campaign save(Campaign campaign) {
        try {
            return campaigns.saveAndFlush(campaign);
        } catch (DuplicateKeyException e) {
            // Somebody else began a round meanwhile: a second look finds it.
            throw new CannotAcquireLockException("a round of this number was begun meanwhile", e);
        }
    }
}
