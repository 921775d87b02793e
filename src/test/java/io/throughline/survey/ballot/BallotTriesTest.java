package io.throughline.survey.ballot;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.support.HandClock;
import io.throughline.survey.SurveyError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BallotTriesTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final BallotTries tries = new BallotTries(clock);
    private final PersonId person = PersonId.next();

    @Test
    void codes_that_open_nothing_are_tried_so_often_only_and_then_it_is_said_when_again() {
        for (int guess = 0; guess < 30; guess++) {
            refused(SurveyError.BALLOT_UNKNOWN, this::guess);
        }
        refused(SurveyError.BALLOT_PAUSED, this::open);
        clock.pass(Duration.ofSeconds(4));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(this::open)
                .satisfies(refusal ->
                        assertThat(refusal.arguments()).as("seconds to wait").containsExactly(7L));
        assertThat(tries.trying(PersonId.next(), () -> "others go on")).isEqualTo("others go on");
        clock.pass(Duration.ofSeconds(7));
        assertThat(open()).isEqualTo("opened");
        assertThat(open()).as("what opened costs nothing").isEqualTo("opened");
    }

    @Test
    void who_has_the_code_opens_as_often_as_they_like() {
        for (int visit = 0; visit < 100; visit++) {
            assertThat(open()).isEqualTo("opened");
        }
    }

    private String open() {
        return tries.trying(person, () -> "opened");
    }

    private String guess() {
        return tries.trying(person, () -> {
            throw new DomainException(SurveyError.BALLOT_UNKNOWN);
        });
    }
}
