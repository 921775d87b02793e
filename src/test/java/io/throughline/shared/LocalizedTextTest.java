package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void what_shows_nothing_is_blank() {
        for (var unseen : List.of("", " \n", "\u00A0", "\u200B\u200D\uFEFF", "\u3000", "\u3164", "\u202E")) {
            assertThat(LocalizedText.en(unseen).isBlank()).as(unseen).isTrue();
            assertThat(of("de", "Ja", "en", unseen).in(Locale.ENGLISH)).isEqualTo("Ja");
            assertThat(TypedText.optional(unseen, "label", 10)).as(unseen).isEmpty();
            assertThatThrownBy(() -> TypedText.required(unseen, "label", 10)).isInstanceOf(DomainException.class);
        }
        for (var seen : List.of("a", "\u200Ba", "\uD83D\uDC68\u200D\uD83D\uDC69", "\u0644")) {
            assertThat(LocalizedText.en(seen).isBlank()).as(seen).isFalse();
        }
    }

    private static LocalizedText of(String one, String text, String other, String otherText) {
        return new LocalizedText(Map.of(one, text, other, otherText));
    }
}
