package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @Test
    void a_day_is_read() {
        assertThat(Days.read("2026-02-28")).contains(LocalDate.of(2026, 2, 28));
        assertThat(Days.read("9999-12-31")).contains(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-02-29",
                "+999999999-12-31",
                "+12345-01-01",
                "-0001-01-01",
                "2026-2-28",
                "2026-02-28T00:00"
            })
    void what_is_none_or_nobody_can_choose_is_nothing(String text) {
        assertThat(Days.read(text)).isEmpty();
    }
}
