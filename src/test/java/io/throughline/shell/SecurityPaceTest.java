package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecurityPaceTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final SecurityPace pace = new SecurityPace(60, clock);

    @Test
    void a_minute_s_worth_may_come_at_once_and_then_as_it_comes_back() {
        for (int i = 0; i < 60; i++) {
            assertThat(pace.waitFor("one")).as("request " + i).isEmpty();
        }
        assertThat(pace.waitFor("one")).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofMillis(400));
        assertThat(pace.waitFor("one")).contains(Duration.ofMillis(600));
        clock.pass(Duration.ofMillis(600));
        assertThat(pace.waitFor("one")).isEmpty();
        assertThat(pace.waitFor("one")).isPresent();
    }

    @Test
    void one_token_s_haste_is_no_other_s() {
        for (int i = 0; i < 61; i++) {
            var _ = pace.waitFor("one");
        }
        assertThat(pace.waitFor("other")).isEmpty();
    }

    @Test
    void a_clock_set_back_locks_nobody_out_for_longer() {
        for (int i = 0; i < 60; i++) {
            var _ = pace.waitFor("one");
        }
        clock.pass(Duration.ofSeconds(-3_600));
        assertThat(pace.waitFor("one")).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(pace.waitFor("one")).isEmpty();
    }
}
