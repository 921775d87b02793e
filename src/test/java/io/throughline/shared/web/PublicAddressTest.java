package io.throughline.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.StartException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void production_without_an_address_is_refused_with_an_example(@Nullable String given) {
        assertThatThrownBy(() -> PublicAddress.require(given, true))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("THROUGHLINE_BASE_URL is ")
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throughline.example.org",
                "https://",
                "https:///login",
                "ftp://throughline.example.org",
                "https://through line",
                "https://throughline.example.org/?x=1",
                "https://throughline.example.org/#top"
            })
    void what_is_no_web_address_is_refused_everywhere(String given) {
        for (boolean production : new boolean[] {true, false}) {
            assertThatThrownBy(() -> PublicAddress.require(given, production))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("'" + given + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://throughline.example.org", "http://10.0.0.7:8080/", "HTTPS://example.org/throughline"})
    void a_web_address_is_taken(String given) {
        assertThatCode(() -> PublicAddress.require(given, true)).doesNotThrowAnyException();
    }

    @Test
    void at_home_links_lead_to_this_machine_unless_told_otherwise() {
        assertThatCode(() -> PublicAddress.require(null, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"18080,http://localhost:18080", "0,http://localhost:8080", ",http://localhost:8080"})
    void links_lead_to_the_port_that_is_listened_on(@Nullable String port, String address) {
        assertThat(address(port, null)).isEqualTo(address);
    }

    @Test
    void what_somebody_knows_better_counts() {
        assertThat(address("18080", "https://throughline.example.org")).isEqualTo("https://throughline.example.org");
    }

    private static @Nullable String address(@Nullable String port, @Nullable String given) {
        var environment = new MockEnvironment();
        if (port != null) {
            environment.setProperty("server.port", port);
        }
        if (given != null) {
            environment.setProperty("throughline.base-url", given);
        }
        try (var portal = new AnnotationConfigServletWebServerApplicationContext()) {
            portal.setEnvironment(environment);
            new PublicAddress().initialize(portal);
            return environment.getProperty("throughline.base-url");
        }
    }

    /** Where Spring finds it: by its name in a file, and only for what serves pages. */
    @Test
    void a_production_portal_is_refused_before_its_beans_are_made_and_a_tool_is_not() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("production");
        try (var portal = new AnnotationConfigServletWebServerApplicationContext();
                var tool = new GenericApplicationContext()) {
            portal.setEnvironment(environment);
            tool.setEnvironment(environment);
            assertThatThrownBy(() -> new PublicAddress().initialize(portal)).isInstanceOf(StartException.class);
            assertThatCode(() -> new PublicAddress().initialize(tool)).doesNotThrowAnyException();
        }
    }
}
