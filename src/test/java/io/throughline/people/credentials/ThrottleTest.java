package io.throughline.people.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Throttle throttle = new Throttle(2, Duration.ofMinutes(1), 3);

    @Test
    void grants_so_many_at_once_and_one_more_after_each_interval() {
        assertThat(throttle.take("a", NOON)).isZero();
        assertThat(throttle.take("a", NOON)).isZero();
        assertThat(throttle.take("a", NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(throttle.take("a", NOON.plusSeconds(45))).isEqualTo(Duration.ofSeconds(15));
        assertThat(throttle.take("a", NOON.plusSeconds(61))).isZero();
        assertThat(throttle.take("b", NOON)).isZero();
    }

    @Test
    void a_given_back_attempt_can_be_taken_again() {
        throttle.take("a", NOON);
        throttle.take("a", NOON);
        throttle.giveBack("a", NOON);

        assertThat(throttle.take("a", NOON)).isZero();
        assertThat(throttle.take("a", NOON)).isPositive();
    }

    @Test
    void whether_a_key_is_spent_is_asked_for_nothing() {
        throttle.take("a", NOON);
        assertThat(throttle.isSpent("a", NOON)).isFalse();
        assertThat(throttle.take("a", NOON)).isZero();

        assertThat(throttle.isSpent("a", NOON)).isTrue();
        assertThat(throttle.isSpent("a", NOON.plusSeconds(61))).isFalse();
        assertThat(throttle.isSpent("b", NOON)).isFalse();
    }

    @Test
    void remembers_a_bounded_number_of_keys() {
        for (int i = 0; i < 1000; i++) {
            throttle.take("key" + i, NOON);
        }
        assertThat(throttle.size()).isEqualTo(3);
    }

    @Test
    void what_did_no_harm_takes_no_place() {
        throttle.take("a", NOON);
        for (int i = 0; i < 1000; i++) {
            throttle.take("key" + i, NOON);
            throttle.giveBack("key" + i, NOON);
        }
        assertThat(throttle.size()).isEqualTo(1);
    }

    @Test
    void a_clock_set_back_neither_locks_nor_frees() {
        throttle.take("a", NOON);
        assertThat(throttle.take("a", NOON.minusSeconds(3600))).isZero();
        assertThat(throttle.take("a", NOON.minusSeconds(3600))).isPositive();
    }
}
