package io.throughline.people.start;

import io.throughline.people.LinkPurpose;
import io.throughline.people.account.Administrators;
import io.throughline.people.link.LinkIssuer;
import io.throughline.people.settings.PeopleSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the first administrator in without any default password: as long as nobody can administer, every start says
 * where to set one up, by a new link each time.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration LIFE = Duration.ofHours(24);

    private final Administrators administrators;
    private final LinkIssuer issuer;
    private final PeopleSettings settings;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Administrators administrators,
            LinkIssuer issuer,
            PeopleSettings settings,
            TransactionTemplate transaction) {
        this.administrators = administrators;
        this.issuer = issuer;
        this.settings = settings;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToSetUp() {
        if (settings.demo() || administrators.isAny()) {
            return;
        }
        var link = transaction.execute(status -> issuer.issue(null, LinkPurpose.FIRST_ADMIN, LIFE));
        if (link != null) {
            LOG.warn(
                    "Nobody administers this installation yet. Open this link once, before {}, to set up the first"
                            + " administrator: {}",
                    link.expires().truncatedTo(ChronoUnit.SECONDS),
                    link.url());
        }
    }
}
