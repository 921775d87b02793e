package io.throughline.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast one token may be used: as many requests at once as it has in a minute, and then as they come back, evenly. Only
 * valid tokens are counted, so that nobody fills this with others.
 */
final class SecurityPace {

    private static final int TIDIED_FROM = 1_000;
    private static final double MINUTE = 60_000;

    private final Map<String, Purse> purses = new ConcurrentHashMap<>();
    private final int perMinute;
    private final Clock clock;

    /**
     * @param left requests, as of {@code at}
     * @param pause before the last one asked for; zero if it was granted
     */
    private record Purse(double left, Instant at, Duration pause) {}

    SecurityPace(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @return how long to wait, if it is one too many; such a one is not counted
     */
    Optional<Duration> waitFor(String token) {
        var now = clock.instant();
        tidy(now);
        var pause = purses.compute(token, (_, before) -> after(before, now)).pause();
        return pause.isZero() ? Optional.empty() : Optional.of(pause);
    }

    private Purse after(@Nullable Purse before, Instant now) {
        double left = before == null ? perMinute : left(before, now);
        return left >= 1
                ? new Purse(left - 1, now, Duration.ZERO)
                : new Purse(left, now, Duration.ofMillis((long) Math.ceil((1 - left) * MINUTE / perMinute)));
    }

    private double left(Purse purse, Instant now) {
        double back = Math.max(0, Duration.between(purse.at(), now).toMillis()) * perMinute / MINUTE;
        return Math.min(perMinute, purse.left() + back);
    }

    /** Who has not come for a minute has a full purse anyway. */
    private void tidy(Instant now) {
        if (purses.size() > TIDIED_FROM) {
            purses.values().removeIf(purse -> purse.at().plusSeconds(60).isBefore(now));
        }
    }
}
