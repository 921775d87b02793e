package io.throughline.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @Test
    void values_stand_at_their_places() {
        assertThat(new Template("{a} and {b}, {a}").fill(Map.of("a", "one", "b", "$1 \\ two")))
                .isEqualTo("one and $1 \\ two, one");
    }

    @Test
    void what_is_put_in_is_never_read_as_a_place() {
        assertThat(new Template("{a}").fill(Map.of("a", "{link}", "link", "secret")))
                .isEqualTo("{link}");
    }

    @Test
    void a_place_without_a_value_is_refused() {
        assertThatThrownBy(() -> new Template("{a}").fill(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{a}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: all@example.org", "Hi\nBcc: x", "Hi\rBcc: x", "Hi\u2028x", "Hi\u0085x"})
    void a_header_of_several_lines_is_refused(String title) {
        assertThatThrownBy(() -> new Template("{title}").fillHeader(Map.of("title", title)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void templates_have_the_same_places_in_every_language() throws IOException {
        var english = mails("en");
        var german = mails("de");
        assertThat(english).isNotEmpty();
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(new Template((String) german.get(key)).places())
                .as(key.toString())
                .isEqualTo(new Template((String) text).places()));
    }

    private static Map<Object, Object> mails(String language) throws IOException {
        var bundle = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/i18n/notice_" + language + ".properties"))) {
            bundle.load(reader);
        }
        bundle.keySet().removeIf(key -> !key.toString().matches("mail\\..*\\.(subject|text)(\\.[a-z]+)?"));
        return bundle;
    }
}
