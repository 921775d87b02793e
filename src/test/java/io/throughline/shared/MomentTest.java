package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.i18n.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant EVENING = Instant.parse("2026-12-30T17:00:00Z");

    private static String written(ZoneId zone, Locale locale) {
        // CLDR separates "PM" by a narrow space.
        return Texts.moment(EVENING, zone, locale).replace('\u202f', ' ');
    }

    @Test
    void a_time_is_told_on_the_reader_s_clock_and_says_whose_that_is() {
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(written(berlin, Locale.ENGLISH)).isEqualTo("December 30, 2026, 6:00 PM (Central European Time)");
        assertThat(written(berlin, Locale.GERMAN)).isEqualTo("30. Dezember 2026, 18:00 (Mitteleuropäische Zeit)");
        assertThat(written(ZoneId.of("UTC"), Locale.ENGLISH)).endsWith("5:00 PM (Coordinated Universal Time)");
    }

    @Test
    void an_offset_is_named_as_one() {
        assertThat(written(ZoneOffset.UTC, Locale.ENGLISH)).endsWith("(Coordinated Universal Time)");
        assertThat(written(ZoneOffset.ofHours(2), Locale.GERMAN)).endsWith("19:00 (UTC+02:00)");
    }
}
