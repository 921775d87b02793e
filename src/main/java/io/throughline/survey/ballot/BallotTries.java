package io.throughline.survey.ballot;

import io.throughline.people.credentials.Throttle;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.survey.SurveyError;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try a code that opens nothing. Kept in memory only and under no name, so that nothing that is
 * stored or logged says who tried one, nor when.
 */
@Component
class BallotTries {

    private static final int AT_ONCE = 30;
    private static final Duration ONE_MORE = Duration.ofSeconds(10);
    private static final int KEYS = 20_000;

    private final Throttle people = new Throttle(AT_ONCE, ONE_MORE, KEYS);
    private final UUID salt = Ids.random();
    private final Clock clock;

    BallotTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * What did open is no guess, and is given back.
     *
     * @param open refuses what opens nothing
     * @throws DomainException BALLOT_PAUSED, and as it refuses
     */
    <T> T trying(PersonId person, Supplier<T> open) {
        var key = Hashes.sha256(salt + " " + person.value());
        var now = clock.instant();
        var pause = people.take(key, now);
        if (!pause.isZero()) {
            throw new DomainException(SurveyError.BALLOT_PAUSED, pause.toSeconds() + 1);
        }
        var opened = open.get();
        people.giveBack(key, now);
        return opened;
    }
}
