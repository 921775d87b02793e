package io.throughline.shared.persistence;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a listener could not take in (the database was away, say) is offered to it again, not only after a restart. */
@Component
class Resubmission {

    /** Long enough for a listener that is still at work. */
    private static final Duration AGE = Duration.ofMinutes(2);

    private final IncompleteEventPublications incomplete;

    Resubmission(IncompleteEventPublications incomplete) {
        this.incomplete = incomplete;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void again() {
        incomplete.resubmitIncompletePublicationsOlderThan(AGE);
    }
}
