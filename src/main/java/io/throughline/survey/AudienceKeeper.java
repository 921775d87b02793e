package io.throughline.survey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets following campaigns ask who has come. Several servers may do it at once: nobody is invited twice. */
@Component
class AudienceKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AudienceKeeper.class);

    private final Invitations invitations;
    private final TransactionTemplate transaction;

    AudienceKeeper(Invitations invitations, TransactionTemplate transaction) {
        this.invitations = invitations;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${throughline.campaigns.interval:1m}", initialDelayString = "10s")
    void follow() {
        for (var campaign : invitations.following()) {
            try {
                transaction.executeWithoutResult(status -> invitations.follow(campaign));
            } catch (DataAccessException e) {
                // The next round does it.
                LOG.info("An audience could not be followed: {}", e.getClass().getSimpleName());
            }
        }
    }
}
