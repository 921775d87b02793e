package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityRedirectTest {

    @ParameterizedTest
    @CsvSource({
        "https://claimed.example/surveys?query=a, /surveys?query=a",
        "http://claimed.example:8080//elsewhere.example/x, /elsewhere.example/x",
        "http://claimed.example/\\/elsewhere.example, /elsewhere.example",
        "http://claimed.example, /",
        "http://claimed.example?continue, /?continue",
        "/surveys, /portal/surveys"
    })
    void whoever_signs_in_stays_on_the_host_they_are_on(String asked, String sent) {
        assertThat(SecurityConfiguration.here("/portal", asked)).isEqualTo(sent);
    }
}
