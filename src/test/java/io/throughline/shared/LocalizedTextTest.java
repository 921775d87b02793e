package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void a_text_is_read_in_one_s_language_else_in_english_else_in_whichever_it_has() {
        assertThat(of("de", "Ja", "en", "Yes").in(Locale.GERMANY)).isEqualTo("Ja");
        assertThat(of("de", "Ja", "en", "Yes").in(Locale.FRENCH)).isEqualTo("Yes");
        assertThat(of("de", "Ja", "en", " ").in(Locale.FRENCH)).isEqualTo("Ja");
        assertThat(of("de", "", "en", "Yes").in(Locale.GERMAN)).isEqualTo("Yes");
        assertThat(new LocalizedText(Map.of()).in(Locale.ENGLISH)).isEmpty();
    }

    private static LocalizedText of(String one, String text, String other, String otherText) {
        return new LocalizedText(Map.of(one, text, other, otherText));
    }
}
