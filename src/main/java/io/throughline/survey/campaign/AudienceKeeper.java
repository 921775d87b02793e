package io.throughline.survey.campaign;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after open campaigns by the clock: following ones ask who has come, and who has not answered is reminded before
 * closing. Several servers may do it at once: nobody is invited or reminded twice.
 */
@Component
class AudienceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AudienceKeeper.class);

    private final Invitations invitations;
    private final CampaignMails mails;
    private final TransactionTemplate transaction;

    AudienceKeeper(Invitations invitations, CampaignMails mails, TransactionTemplate transaction) {
        this.invitations = invitations;
        this.mails = mails;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${throughline.campaigns.interval:1m}",
            initialDelayString = "${throughline.campaigns.delay:10s}")
    void goRound() {
        follow();
        remind();
    }

    void follow() {
        invitations
                .following()
                .forEach(campaign -> attempt(() -> {
                    var come = invitations.follow(campaign);
                    if (!come.isEmpty() && mails.mailing(campaign).isPresent()) {
                        mails.inviteNewcomers(campaign, come);
                    }
                }));
    }

    void remind() {
        mails.due().forEach(due -> attempt(() -> mails.remind(due.campaign(), due.occasion(), due.number(), null)));
    }

    /** One campaign's trouble is not the others'; the next round tries again. */
    private void attempt(Runnable act) {
        try {
            transaction.executeWithoutResult(status -> act.run());
        } catch (DataAccessException e) {
            LOG.info("A campaign could not be looked after: {}", e.getClass().getSimpleName());
        }
    }
}
