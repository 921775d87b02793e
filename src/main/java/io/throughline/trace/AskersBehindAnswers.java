package io.throughline.trace;

import io.throughline.backlog.NeedId;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Askers;
import io.throughline.shared.PersonId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Walks the line back: who answers for a need is who asked for it. */
@Component
class AskersBehindAnswers implements Askers {

    private final Outcomes outcomes;

    AskersBehindAnswers(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Set<NeedId> needsOf(PersonId person) {
        return outcomes.askedFor();
    }
}
